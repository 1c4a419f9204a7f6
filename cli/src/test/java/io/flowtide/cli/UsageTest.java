package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "aggregate",
                "dependencies",
                "detect",
                "forecast",
                "feedback",
                "charts",
                "generate",
                "generate flowlogs",
                "generate metrics",
                "generate csv"
            })
    void everyCommandHelps(String command) {
        Run run = Run.of((command + " --help").strip().split(" "));

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith(("Usage: flowtide " + command).strip());
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void saysItsVersion() {
        assertThat(Run.of("--version").out()).startsWith("flowtide ").contains("\nJava ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | A command is missing.",
                "detekt | Unmatched argument at index 0: 'detekt'",
                "generate | What shall be generated is missing: flowlogs, metrics or csv.",
                "aggregate | Missing required parameter: 'FILE'",
                "aggregate --width soon - | 'soon' is not a duration like 5m, 1h30m, 7d or PT5M",
                "aggregate --width 7m - | The width must be whole minutes that divide the day, not 7m.",
                "aggregate --width 90s - | The width must be whole minutes that divide the day, not 1m30s.",
                "aggregate --metric hits - | A metric is one of requests, bytes and packets, not 'hits'.",
                "aggregate --dimension colour - | There is no dimension 'colour'",
                "aggregate --spread evenly - | 'evenly'",
                "aggregate --dimension pair - | the dimension 'pair' needs a service map, and there is none",
                "aggregate --requests hits - | 'records', 'connections' or 'packets', not 'hits'",
                "dependencies - | A service map is missing: --services FILE.csv",
                "detect --detector magic - | There is no detector 'magic'",
                "detect --cutoff sometimes - | The cut-off 'sometimes' can't be used",
                "detect --zone Mars/Base - | 'Mars/Base' is not a time zone like Europe/Berlin, UTC or +01:00",
                "detect --gaps hole - | expected one of [MISSING, ZERO] (case-insensitive) but was 'hole'",
                "detect a.csv b.csv | Unmatched argument at index 2: 'b.csv'",
                "forecast --forecaster magic - | There is no forecaster 'magic'",
                "forecast --horizon 0d - | A duration must be positive, not '0d'",
                "feedback | Name either an incident or, with --list, a series.",
                "feedback --list requests | A series is named metric/dimension=value or metric/all",
                "generate flowlogs | Missing required option: '--out=DIR'",
                "generate flowlogs --out x --file-span 30s | A file covers whole minutes, not 30s.",
                "generate csv --width 7m | The width must be whole minutes that divide the day, not 7m.",
                "generate csv --days 0 | There must be at least one day and at most 3660, not 0.",
                "generate csv --rate 0 | The rate must lie above 0 and up to 1000000 requests per minute, but it is 0.0.",
                "generate csv --anomaly spike | 'spike' is not spike|dip|silence@TIME",
                "generate csv --days 1 --anomaly spike@2020-01-01T08:00 | lies outside of the traffic, which is from 2026-11-20T00:00:00Z to 2026-11-21T00:00:00Z."
            })
    void wrongUsageIsSaidInOneMessage(String line, String message) {
        Run run = Run.of(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(run.out()).isEmpty();
    }
}
