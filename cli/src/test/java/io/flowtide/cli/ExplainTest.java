package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {

    private static final long NINE = Instant.parse("2026-11-20T09:00:00Z").getEpochSecond();

    @TempDir
    private Path folder;

    @Test
    void tellsWhatIsInAFlowLog() {
        Run run = Run.withInput(
                AggregateCommandTest.line(NINE, NINE + 30, 443, "ACCEPT")
                        + AggregateCommandTest.line(NINE + 60, NINE + 3_725, 443, "ACCEPT")
                        + AggregateCommandTest.line(NINE + 61, NINE + 70, 22, "REJECT")
                        + "2 1 eni-1 - - - - - - - " + NINE + " " + NINE + " - NODATA\n"
                        + "what is this\n",
                "aggregate",
                "--explain",
                "-");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(
                        """
                (standard input)
                  format      flow log text, version 2 without header
                  time        2026-11-20T09:00:00Z to 2026-11-20T10:02:05Z (1 h 2 min)
                  records     5 in all
                              counted                  3   60.0 %
                              NODATA                   1   20.0 %  no traffic in that time
                              rejected                 1   20.0 %
                                line 5: without a header a line must be version 2 in the default order, but this one starts with 'what'; name its columns by configuration if it has others
                  traffic     3.0 kB in 30 packets
                  dimensions  account-id (1), interface-id (1), srcaddr (1), dstaddr (1), dstport (2), protocol (1),
                              action (2)
                  not there   vpc-id, subnet-id, instance-id, tcp-flags, type, pkt-srcaddr, pkt-dstaddr, region, az-id,
                              sublocation-type, sublocation-id, pkt-src-aws-service, pkt-dst-aws-service, flow-direction,
                              traffic-path

                              heaviest by bytes: srcaddr
                                203.0.113.12                                 3.0 kB   100.0 %  ████████████████████

                              heaviest by bytes: dstaddr
                                10.0.0.4                                     3.0 kB   100.0 %  ████████████████████

                              heaviest by bytes: dstport
                                443                                          2.0 kB    66.7 %  █████████████
                                22                                           1.0 kB    33.3 %  ███████

                              heaviest by bytes: interface-id
                                eni-0a1b2c3d                                 3.0 kB   100.0 %  ████████████████████

                              heaviest by bytes: action
                                ACCEPT                                       2.0 kB    66.7 %  █████████████
                                REJECT                                       1.0 kB    33.3 %  ███████

                """);
    }

    @Test
    void tellsWhatIsInAMetricDump() {
        Run run = Run.withInput(
                "[{'Label': 'requests', 'Datapoints': [{'Timestamp': '2026-11-20T09:00:00Z', 'Sum': 1200.0}]}]",
                "aggregate",
                "--explain",
                "-");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("  format      metric dump\n")
                .contains("  time        2026-11-20T09:00:00Z to 2026-11-20T09:05:00Z (5 min 0 s)\n")
                .containsPattern("requests/all +1,200\n")
                .doesNotContain("dimensions", "not there");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path broken = folder.resolve("a.parquet");
        Files.writeString(broken, "PAR1 and no more");

        Run run = Run.of(
                "aggregate",
                "--explain",
                broken.toString(),
                folder.resolve("absent").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("  size        16 B\n")
                .contains("  damage      The Parquet file is cut off: its last bytes are no PAR1");
        assertThat(run.err()).contains("absent: There is no such file");
    }

    @Test
    void theFormatOfALogWithoutHeaderCanBeGiven() {
        Run run = Run.withInput(
                "10.0.0.1 " + NINE + " 17\n",
                "aggregate",
                "--metric",
                "bytes",
                "--format",
                "${srcaddr} start bytes",
                "-");

        assertThat(run.rows()).contains("2026-11-20T09:00:00Z,bytes/all,17");
        assertThat(Run.of("aggregate", "--format", "a, b", "-").err()).contains("A flow log format is written like");
    }

    @Test
    void amountsAreRounded() {
        assertThat(Amounts.bytes(999)).isEqualTo("999 B");
        assertThat(Amounts.bytes(999_950)).isEqualTo("1.0 MB");
        assertThat(Amounts.bytes(12_345_678_901L)).isEqualTo("12.3 GB");
        assertThat(Amounts.share(1, 1_000_000)).isEqualTo("< 0.1 %");
        assertThat(Amounts.share(0, 7)).isEqualTo("0.0 %");
        assertThat(Amounts.duration(java.time.Duration.ofHours(49))).isEqualTo("2 d 1 h");
    }
}
