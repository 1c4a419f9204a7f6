package io.flowtide.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.Keys;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.synthetic.FlowLogGenerator;
import io.flowtide.core.synthetic.GeneratedFile;
import io.flowtide.core.synthetic.MetricDumpGenerator;
import io.flowtide.core.synthetic.PlantedAnomaly;
import io.flowtide.core.synthetic.Traffic;
import io.flowtide.local.Suite;
import io.flowtide.local.receivers.Message;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Files that are not what they should be: one clear message each, the readable part is counted, the rest is kept, and the
 * next file is handled.
 */
class BadInputIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(21));
    private static final PlantedAnomaly SPIKE =
            new PlantedAnomaly(Direction.SPIKE, END.minus(Duration.ofHours(14)), END.minus(Duration.ofHours(13)), 3);
    private static final Traffic TRAFFIC = new Traffic(ZoneOffset.UTC, 40, 11, List.of(SPIKE));

    private static Suite suite;
    private static Lake lake;

    private int healthy;

    @BeforeAll
    static void start() {
        suite = Suite.start(Project.options(Map.of("ChatBotMinSeverity", "LOW")));
        lake = new Lake(suite);
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @AfterEach
    void nothingHasFailed() {
        assertThat(suite.deadLetters().all()).isEmpty();
        assertThat(suite.functions())
                .allSatisfy(state -> assertThat(state.failed()).as(state.name()).isZero());
    }

    @Test
    void aTruncatedGzipIsCountedUpToWhereItBreaksOff() throws Exception {
        byte[] whole = flowLog(0).bytes();
        byte[] truncated = Arrays.copyOf(whole, whole.length / 2);

        upload("raw/truncated.log.gz", truncated);

        assertThat(lake.requests("raw/truncated.log.gz"))
                .isEqualTo(wholeRecords(truncated))
                .isPositive();
        assertThat(lake.rejected("raw/truncated.log.gz")).contains("breaks off");
        assertThat(complaints("flowlog-aggregator", "raw/truncated.log.gz"))
                .singleElement()
                .asString()
                .contains("Truncated gzip", "see rejected/raw/truncated.log.gz.jsonl");
        theNextFileIsHandled();
    }

    @Test
    void binaryGarbageIsRefusedAsAWhole() throws Exception {
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);

        upload("raw/garbage.log", garbage);

        assertThat(lake.requests("raw/garbage.log")).isZero();
        assertThat(lake.rejected("raw/garbage.log")).contains("not a flow log").hasLineCount(1);
        assertThat(complaints("flowlog-aggregator", "raw/garbage.log"))
                .singleElement()
                .asString()
                .contains("not a flow log");
        theNextFileIsHandled();
    }

    @Test
    void anEmptyObjectIsSaidToBeEmpty() throws Exception {
        upload("raw/empty.log", new byte[0]);

        assertThat(complaints("flowlog-aggregator", "raw/empty.log"))
                .singleElement()
                .asString()
                .contains("is empty");
        theNextFileIsHandled();
    }

    @Test
    void aDumpWithAMissingBracketIsCountedUpToIt() throws Exception {
        GeneratedFile dump = new MetricDumpGenerator(TRAFFIC, MetricDumpGenerator.Style.PYTHON)
                .files(START, START.plus(Duration.ofHours(1)), Duration.ofHours(1))
                .findFirst()
                .orElseThrow();
        String text = new String(dump.bytes(), StandardCharsets.UTF_8);
        // The bracket that closes the data points of the first metric.
        String broken = text.replaceFirst("\\]", "");

        upload("raw/broken.json", broken.getBytes(StandardCharsets.UTF_8));

        assertThat(lake.requests("raw/broken.json")).isEqualTo(okRequests());
        assertThat(lake.rejected("raw/broken.json")).contains("line 1, column");
        assertThat(complaints("flowlog-aggregator", "raw/broken.json"))
                .singleElement()
                .asString()
                .contains("line 1, column");
        theNextFileIsHandled();
    }

    @Test
    void aCsvWithTextAmongItsValuesIsScoredWithoutThatRow() throws Exception {
        upload("testdata/shop.csv", csv("many").getBytes(StandardCharsets.UTF_8));

        assertThat(lake.rejected("testdata/shop.csv"))
                .contains("\"line\":102,", "many")
                .hasLineCount(1);
        assertThat(complaints("data-join", "testdata/shop.csv"))
                .singleElement()
                .asString()
                .contains("6047 rows taken", "1 refused", "see rejected/testdata/shop.csv.jsonl");
        assertThat(lake.keys(suite.ingestBucket(), Keys.TESTDATA)).isEmpty();
        assertThat(lake.keys(suite.ingestBucket(), Keys.FINISHED))
                .singleElement()
                .asString()
                .endsWith("shop.csv");
        assertThat(suite.slack().messages())
                .filteredOn(message -> message.text().contains("shop.csv"))
                .singleElement()
                .extracting(Message::text)
                .asString()
                .containsIgnoringCase("spike");
        assertThat(suite.slack().messages())
                .anyMatch(message -> message.picture().isPresent());
        assertThat(suite.chatBot().messages())
                .anySatisfy(message -> assertThat(message.text()).contains("shop.csv"));
        theNextFileIsHandled();
    }

    private void upload(String key, byte[] content) throws Exception {
        suite.put(suite.ingestBucket(), key, content);
        suite.activity().awaitQuiet(PATIENCE);
    }

    private void theNextFileIsHandled() throws Exception {
        GeneratedFile file = flowLog(++healthy);
        upload(Keys.RAW + file.key(), file.bytes());

        assertThat(lake.requests(Keys.RAW + file.key())).isEqualTo(wholeRecords(file.bytes()));
    }

    private static GeneratedFile flowLog(int number) {
        Instant start = START.plus(Duration.ofHours(number));
        return new FlowLogGenerator(TRAFFIC)
                .files(start, start.plus(Duration.ofHours(1)), Duration.ofHours(1))
                .findFirst()
                .orElseThrow();
    }

    /** How many records there are before the end of the data, the header not counted. */
    private static double wholeRecords(byte[] gzip) throws IOException {
        long lines = 0;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                lines += next == '\n' ? 1 : 0;
            }
        } catch (EOFException truncated) {
            // As far as it goes.
        }
        return lines - 1;
    }

    private static double okRequests() {
        SeriesId ok = SeriesId.of("requests", "status", "200");
        return new MetricDumpGenerator(TRAFFIC, MetricDumpGenerator.Style.PYTHON)
                .truth(START, START.plus(Duration.ofHours(1))).get(ok).values().stream()
                        .sum();
    }

    /** Three weeks with a spike on the last day; the value of row 100 is this text. */
    private static String csv(String text) {
        TimeSeries series = TRAFFIC.series(SeriesId.total("requests"), START, END, Duration.ofMinutes(5));
        StringBuilder csv = new StringBuilder("Timestamp,Value\n");
        IntStream.range(0, series.size()).forEach(i -> csv.append(series.time(i))
                .append(',')
                .append(i == 100 ? text : series.values().get(i))
                .append('\n'));
        return csv.toString();
    }

    /** What a function said of an object to the people who read its log: one JSON object per line. */
    private static List<String> complaints(String function, String key) throws IOException {
        return Files.readAllLines(suite.log(function)).stream()
                .filter(line -> line.contains("\"level\":\"WARN\"") || line.contains("\"level\":\"ERROR\""))
                .filter(line -> line.contains(key))
                .toList();
    }
}
