package io.flowtide.core.scoring;

import static io.flowtide.core.scoring.Windows.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.scoring.Coverage.Range;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void rangesThatTouchOrOverlapAreOne() {
        Coverage coverage =
                new Coverage(List.of(new Range(at(4), at(6)), new Range(at(0), at(2)), new Range(at(1), at(4))));

        assertThat(coverage.ranges()).containsExactly(new Range(at(0), at(6)));
    }

    @Test
    void aHoleStays() {
        Coverage coverage =
                new Coverage(List.of(new Range(at(0), at(1)))).plus(new Coverage(List.of(new Range(at(2), at(4)))));

        assertThat(coverage.holds(at(0))).isTrue();
        assertThat(coverage.holds(at(1))).isFalse();
        assertThat(coverage.length()).isEqualTo(Duration.ofMinutes(15));
        assertThat(coverage.since(at(3)).ranges()).containsExactly(new Range(at(3), at(4)));
    }

    @Test
    void anEmptyRangeIsNothing() {
        assertThat(new Coverage(List.of(new Range(at(1), at(1))))).isEqualTo(Coverage.NONE);
    }

    @Test
    void aRangeThatEndsBeforeItStartsIsRefused() {
        assertThatThrownBy(() -> new Range(at(1), at(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-11-21T00:05:00Z");
    }
}
