package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregateCommandTest {

    private static final long NINE = Instant.parse("2026-11-20T09:00:00Z").getEpochSecond();

    @TempDir
    private Path folder;

    @Test
    void countsPerBucketAndSeries() {
        Run run = Run.withInput(
                line(NINE, NINE + 30, 443, "ACCEPT")
                        + line(NINE + 61, NINE + 70, 22, "REJECT")
                        + line(NINE + 299, NINE + 299, 443, "ACCEPT")
                        + line(NINE + 600, NINE + 600, 443, "ACCEPT"),
                "aggregate",
                "--dimension",
                "action",
                "-");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(
                        """
                bucket_start,series,value
                2026-11-20T09:00:00Z,requests/action=ACCEPT,2
                2026-11-20T09:00:00Z,requests/action=REJECT,1
                2026-11-20T09:00:00Z,requests/all,3
                2026-11-20T09:05:00Z,requests/action=ACCEPT,0
                2026-11-20T09:05:00Z,requests/action=REJECT,0
                2026-11-20T09:05:00Z,requests/all,0
                2026-11-20T09:10:00Z,requests/action=ACCEPT,1
                2026-11-20T09:10:00Z,requests/action=REJECT,0
                2026-11-20T09:10:00Z,requests/all,1
                """);
    }

    @Test
    void zerosCanBeLeftOut() {
        String lines = line(NINE, NINE, 443, "ACCEPT") + line(NINE + 600, NINE + 600, 443, "ACCEPT");

        assertThat(Run.withInput(lines, "aggregate", "--sparse", "-").rows())
                .containsExactly(
                        "bucket_start,series,value",
                        "2026-11-20T09:00:00Z,requests/all,1",
                        "2026-11-20T09:10:00Z,requests/all,1");
    }

    @Test
    void aRecordIsSpreadOverItsMinutesUnlessToldOtherwise() {
        String line = line(NINE, NINE + 180, 443, "ACCEPT");

        assertThat(Run.withInput(line, "aggregate", "--width", "1m", "-").rows())
                .containsExactly(
                        "bucket_start,series,value",
                        "2026-11-20T09:00:00Z,requests/all,0.333",
                        "2026-11-20T09:01:00Z,requests/all,0.333",
                        "2026-11-20T09:02:00Z,requests/all,0.334");
        assertThat(Run.withInput(line, "aggregate", "--width", "1m", "--spread", "start", "-")
                        .rows())
                .containsExactly("bucket_start,series,value", "2026-11-20T09:00:00Z,requests/all,1");
    }

    @Test
    void aDayWithoutARecordIsNoSilence() {
        String lines = line(NINE, NINE, 443, "ACCEPT") + line(NINE + 2 * 86_400, NINE + 2 * 86_400, 443, "ACCEPT");

        assertThat(Run.withInput(lines, "aggregate", "-").rows())
                .containsExactly(
                        "bucket_start,series,value",
                        "2026-11-20T09:00:00Z,requests/all,1",
                        "2026-11-22T09:00:00Z,requests/all,1");
    }

    @Test
    void severalFilesAreSummed() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/1.log"), line(NINE, NINE, 443, "ACCEPT"));
        Files.writeString(folder.resolve("a/2.log"), line(NINE, NINE, 443, "ACCEPT"));
        Files.writeString(folder.resolve("3.log"), line(NINE, NINE, 443, "ACCEPT"));

        Run run = Run.of("aggregate", "--metric", "bytes", folder + "/a", folder + "/3.log");

        assertThat(run.rows()).containsExactly("bucket_start,series,value", "2026-11-20T09:00:00Z,bytes/all,3000");
    }

    @Test
    void textFromOutsideStaysOneField() {
        String header = "version interface-id bytes packets start end action log-status\n";
        String line = "2 \"a,b\" 1 1 " + NINE + " " + NINE + " ACCEPT OK\n";

        assertThat(Run.withInput(header + line, "aggregate", "--dimension", "interface", "-")
                        .rows())
                .contains("2026-11-20T09:00:00Z,\"requests/interface=\"\"a,b\"\"\",1");
    }

    @Test
    void whatWasNotCapturedIsSaid() {
        Run run = Run.withInput(
                line(NINE, NINE, 443, "ACCEPT") + "2 123456789012 eni-1 - - - - - - - " + NINE + " " + NINE
                        + " - SKIPDATA\n",
                "aggregate",
                "-");

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo(
                        "(standard input): note: AWS could not capture all traffic (records that say SKIPDATA: 1)\n");
    }

    static String line(long start, long end, int port, String action) {
        return "2 123456789012 eni-0a1b2c3d 203.0.113.12 10.0.0.4 40000 " + port + " 6 10 1000 " + start + " " + end
                + " " + action + " OK\n";
    }
}
