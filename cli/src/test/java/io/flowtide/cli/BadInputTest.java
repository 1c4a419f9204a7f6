package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One clear message each, exit code 1, and what can be read on standard output. */
class BadInputTest {

    @TempDir
    private Path folder;

    @Test
    void aTruncatedFlowLog() throws IOException {
        Path file = truncated(generatedLog());

        Run run = Run.of("aggregate", file.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).matches(Pattern.quote(file.toString()) + ":\\d+: Truncated gzip .*\n");
        assertThat(run.rows()).hasSizeGreaterThan(10);
    }

    @Test
    void aBadFileDoesNotStopItsNeighbours() throws IOException {
        Path good = generatedLog();
        Path bad = write("garbage.log.gz", garbage());

        Run alone = Run.of("aggregate", good.toString());
        Run run = Run.of("aggregate", bad.toString(), good.toString(), folder + "/absent.log");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(alone.out());
        assertThat(run.err().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith(bad + ": "))
                .anyMatch(line -> line.equals(folder + "/absent.log: There is no such file"));
    }

    @Test
    void aLineThatIsNoRecord() {
        long nine = 1_795_165_200L;
        String log = AggregateCommandTest.line(nine, nine, 443, "ACCEPT") + "what is this\n"
                + AggregateCommandTest.line(nine, nine, 443, "ACCEPT");

        Run run = Run.withInput(log, "aggregate", "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("(standard input):2: ").hasLineCount(1);
        assertThat(run.rows()).hasSize(2).last().asString().endsWith(",2");
    }

    @Test
    void binaryGarbage() throws IOException {
        Path file = write("garbage", garbage());

        for (String command : new String[] {"aggregate", "detect", "forecast"}) {
            Run run = Run.of(command, file.toString());

            assertThat(run.code()).as(command).isEqualTo(1);
            assertThat(run.err()).as(command).startsWith(file + ": ").hasLineCount(1);
            assertThat(run.rows()).as(command).hasSize(1);
        }
    }

    @Test
    void anEmptyFile() throws IOException {
        Path file = write("empty.csv", new byte[0]);

        for (String command : new String[] {"aggregate", "detect", "forecast"}) {
            Run run = Run.of(command, file.toString());

            assertThat(run.code()).as(command).isEqualTo(1);
            assertThat(run.err()).as(command).startsWith(file + ": ").hasLineCount(1);
            assertThat(run.rows()).as(command).hasSize(1);
        }
    }

    @Test
    void aFileThatIsNotThere() {
        Run run = Run.of("detect", folder + "/absent.csv");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo(folder + "/absent.csv: There is no such file\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aFolderInsteadOfAFile() {
        Run run = Run.of("detect", folder.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo(folder + ": This is a folder, but a file is needed\n");
    }

    @Test
    void textInTheValueColumn() throws IOException {
        Path file = folder.resolve("week.csv");
        Files.writeString(file, "Timestamp,Value\n2026-11-20 08:00,1\n2026-11-20 08:05,lots\n2026-11-20 08:10,3\n");

        Run run = Run.of("detect", file.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo(file + ":3: 'lots' is not a number\n" + warmingUp(file.toString(), 0));
        assertThat(run.rows()).hasSize(3);
    }

    @Test
    void manyBadRowsAreNotAFlood() {
        Run run = Run.withInput("2026-11-20 08:00,1\n" + "2026-11-20 08:05,lots\n".repeat(500), "detect", "-");

        assertThat(run.err().lines()).hasSize(12);
        assertThat(run.err())
                .endsWith("(standard input): 490 more lines can't be used\n" + warmingUp("(standard input)", 0));
    }

    @Test
    void aTruncatedCsv() throws IOException {
        Path whole = folder.resolve("whole.csv.gz");
        try (var gzip = new java.util.zip.GZIPOutputStream(Files.newOutputStream(whole))) {
            gzip.write(
                    Run.of("generate", "csv", "--days", "7").out().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path file = truncated(whole);

        Run run = Run.of("detect", file.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .matches(Pattern.quote(file.toString())
                        + ": The file breaks off after line \\d+: Unexpected end of ZLIB input stream\n"
                        + Pattern.quote(file.toString()) + ": note: warming-up: tide has learned \\d+ % .*\n");
        assertThat(run.rows()).hasSizeGreaterThan(200);
    }

    @Test
    void aDumpWithAMissingBracket() throws IOException {
        Path file = folder.resolve("output.json");
        Files.writeString(
                file,
                "{'response-code-200': {'Datapoints': [{'Timestamp': datetime.datetime(2026, 11, 20, 9, 0, tzinfo=tzlocal()), "
                        + "'Sum': 10.0}]}, 'response-code-5xx': {'Datapoints': [{'Timestamp': 5, 'Sum': 1.0}}}");

        Run run = Run.of("aggregate", file.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(file + ": The dump is damaged in line 1, column 191: the list that opened in line 1, column "
                        + "162 goes on with ',' or ends with ']', but '}' stands here\n");
        assertThat(run.rows()).contains("2026-11-20T09:00:00Z,requests/status=200,10");
    }

    @Test
    void aTimeThatMakesTheSeriesEndless() {
        Run run = Run.withInput("0000000000,1\n1795165200,1\n1795165260,1\n1795165320,1\n", "detect", "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("(standard input): The times reach from 1970-01-01T00:00:00Z")
                .hasLineCount(1);
    }

    private Path generatedLog() throws IOException {
        Run.of(("generate flowlogs --days 1 --rate 5 --file-span 1d --out " + folder + "/logs").split(" "));
        try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private Path truncated(Path whole) throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        return write("truncated-" + whole.getFileName(), Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static String warmingUp(String file, int learned) {
        return file + ": note: warming-up: tide has learned " + learned
                + " % of what it needs to be relied on, which takes a full week\n";
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] garbage() {
        byte[] garbage = new byte[5000];
        new Random(1).nextBytes(garbage);
        return garbage;
    }
}
