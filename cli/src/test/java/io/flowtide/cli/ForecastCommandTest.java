package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastCommandTest {

    private static final String WEEKS = Run.of("generate csv --from 2026-10-26 --rate 600 --width 1h".split(" "))
            .out();

    @Test
    void goesOnWhereTheFileEnds() {
        Run run = Run.withInput(WEEKS, "forecast", "--horizon", "7d", "-");

        assertThat(run.code()).isZero();
        assertThat(run.rows()).hasSize(1 + 7 * 24).startsWith("Timestamp,Value,Std");
        assertThat(run.rows().get(1)).startsWith("2026-11-23T00:00:00Z,");
        assertThat(value(run, 1 + 8)).isCloseTo(value(Run.withInput(WEEKS, "detect", "-"), 1 + 8), within(20_000.0));
        assertThat(value(run, 1 + 8)).isGreaterThan(4 * value(run, 1 + 3));
    }

    private static double value(Run run, int row) {
        return Double.parseDouble(run.rows().get(row).split(",")[1]);
    }

    @Test
    void everyBucketThatBeginsWithinTheHorizonIsThere() {
        List<String> rows =
                Run.withInput(WEEKS, "forecast", "--horizon", "90m", "-").rows();

        assertThat(rows).hasSize(3);
    }

    @Test
    void aHorizonBeyondMeasureIsWrongUsage() {
        assertThat(Run.withInput(WEEKS, "forecast", "--horizon", "9000w", "-").code())
                .isEqualTo(2);
    }

    @Test
    void aFileWithoutARowIsBadInput() {
        Run run = Run.withInput("Timestamp,Value\n", "forecast", "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("(standard input): There is no row in it\n");
    }
}
