package io.flowtide.core.flowlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RejectedLinesTest {

    @Test
    void allAreCountedAndTheFirstAreKept() throws IOException {
        RejectedLines rejects = new RejectedLines(1);
        rejects.reject(3, "no number", "a \"b\"");
        rejects.reject(4, "no number", "c");
        rejects.rejectMore(5);

        assertThat(rejects.lines()).containsExactly(new Rejected(3, "no number", "a \"b\""));
        assertThat(rejects.total()).isEqualTo(7);
        assertThat(written(rejects))
                .isEqualTo("{\"line\":3,\"reason\":\"no number\",\"text\":\"a \\\"b\\\"\"}\n{\"more\":6}\n");
    }

    @Test
    void nothingRefusedIsNothingWritten() throws IOException {
        RejectedLines rejects = new RejectedLines();

        assertThat(rejects.isEmpty()).isTrue();
        assertThat(written(rejects)).isEmpty();
    }

    private static String written(RejectedLines rejects) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rejects.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
