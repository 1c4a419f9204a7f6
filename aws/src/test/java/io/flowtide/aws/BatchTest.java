package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {

    @Test
    void doesTheNeighboursOfAFailureAndFailsAtTheEnd() {
        List<String> done = new ArrayList<>();

        assertThatThrownBy(() -> Batch.forEach(List.of("a", "bad", "b", "worse", "c"), record -> {
                    if (record.length() > 1) {
                        throw new IOException("it is " + record);
                    }
                    done.add(record);
                }))
                .isInstanceOf(BatchException.class)
                .hasMessage("2 of 5 records failed: bad: it is bad; worse: it is worse")
                .hasCause(new IOException("it is bad"))
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void saysNothingWhenAllWentWell() {
        List<String> done = new ArrayList<>();

        Batch.forEach(List.of("a", "b"), done::add);

        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void stopsWhenInterrupted() {
        assertThatThrownBy(() -> Batch.forEach(List.of("a"), record -> {
                    throw new InterruptedException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
