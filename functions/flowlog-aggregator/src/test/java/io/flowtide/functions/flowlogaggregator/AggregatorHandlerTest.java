package io.flowtide.functions.flowlogaggregator;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.ObjectStore;
import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import io.flowtide.core.event.DependencyPart;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import io.flowtide.standin.AwsTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@QuarkusTest
@WithTestResource(value = AwsTestResource.class, initArgs = @ResourceArg(name = "clients", value = "s3"))
class AggregatorHandlerTest {

    private static final int DONE = 204;
    private static final int FAILED = 500;
    private static final Path EVENTS = Path.of(System.getProperty("flowtide.root"), "events");
    private static final SeriesId ALL = SeriesId.total("requests");
    private static final SeriesId BYTES = SeriesId.total("bytes");
    private static final SeriesId REJECT = SeriesId.of("requests", "action", "REJECT");
    private static final Slot FIRST = Slot.parse("2026-11-21T08:00Z");
    /** Two minutes of the first slot, one of the second. */
    private static final String FLOW_LOG = line("2026-11-21T08:00:00Z", 60, 4249, "ACCEPT")
            + line("2026-11-21T08:04:00Z", 60, 100, "REJECT")
            + line("2026-11-21T08:05:00Z", 60, 200, "ACCEPT");

    @Inject
    S3Client s3;

    private ObjectStore store;

    @BeforeEach
    void emptyLake() {
        store = new ObjectStore(s3);
        store.keys(AwsTestResource.LAKE, "")
                .forEach(key -> s3.deleteObject(
                        request -> request.bucket(AwsTestResource.LAKE).key(key)));
    }

    @BeforeEach
    void writeServiceMap() {
        uploaded("config/services.csv", "10.0.0.1,web\n10.0.0.2,checkout\n".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw-uploaded.json", "test-event.json", "object-removed.json", "testdata-uploaded.json"})
    void leavesAloneWhatIsNotThereOrNotForIt(String event) throws IOException {
        assertThat(post(Files.readString(EVENTS.resolve(event)))).isEqualTo(DONE);
        assertThat(store.keys(AwsTestResource.LAKE, "")).isEmpty();
    }

    @Test
    void writesOnePartPerSlotAndTheSameOnesAgain() throws IOException {
        String event = uploaded("raw/eu/flow log.log.gz", gzip(FLOW_LOG));

        assertThat(post(event)).isEqualTo(DONE);

        List<byte[]> parts = lake("aggregated/");
        assertThat(parts).hasSize(2);
        PartialCounts first = Documents.read(parts.get(0), PartialCounts.class);
        assertThat(first.slot()).isEqualTo(FIRST.start());
        assertThat(first.object().key()).isEqualTo("raw/eu/flow log.log.gz");
        assertThat(first.minutes())
                .containsEntry(ALL, Values.of(1, 0, 0, 0, 1))
                .containsEntry(REJECT, Values.of(0, 0, 0, 0, 1))
                .containsEntry(BYTES, Values.of(4249, 0, 0, 0, 100));
        assertThat(Documents.read(parts.get(1), PartialCounts.class).minutes())
                .containsEntry(BYTES, Values.of(200, 0, 0, 0, 0));
        assertThat(lake("rejected/")).isEmpty();

        assertThat(post(event)).isEqualTo(DONE);
        assertThat(lake("aggregated/")).containsExactlyElementsOf(parts);
    }

    @Test
    void readsExactlyTheVersionThatItIsToldOf() {
        String event = uploaded("raw/replaced.log", FLOW_LOG.getBytes(UTF_8));
        uploaded(
                "raw/replaced.log",
                line("2026-11-21T09:00:00Z", 60, 1, "ACCEPT").getBytes(UTF_8));

        assertThat(post(event)).isEqualTo(DONE);

        assertThat(store.keys(AwsTestResource.LAKE, "aggregated/"))
                .extracting(key -> key.substring("aggregated/slot=".length()).substring(0, 17))
                .containsExactly("2026-11-21T08:00Z", "2026-11-21T08:05Z");
    }

    @Test
    void countsWhatCameBeforeTheDamageAndSaysWhereItIs() throws IOException {
        byte[] whole = gzip(FLOW_LOG.repeat(1000));

        assertThat(post(uploaded("raw/truncated.log.gz", Arrays.copyOf(whole, whole.length - 20))))
                .isEqualTo(DONE);

        double counted = lake("aggregated/").stream()
                .map(json -> Documents.read(json, PartialCounts.class))
                .flatMapToDouble(part -> part.minutes().get(ALL).stream())
                .sum();
        assertThat(counted).isBetween(1.0, 2999.0);
        assertThat(rejected("raw/truncated.log.gz")).contains("\"line\":0");
    }

    @Test
    void refusesLinesWithoutStoppingTheirNeighbours() {
        assertThat(post(uploaded("raw/mixed.log", (FLOW_LOG + "no flow log\n" + FLOW_LOG).getBytes(UTF_8))))
                .isEqualTo(DONE);

        assertThat(Documents.read(lake("aggregated/").get(0), PartialCounts.class)
                        .minutes())
                .containsEntry(ALL, Values.of(2, 0, 0, 0, 2));
        assertThat(rejected("raw/mixed.log")).startsWith("{\"line\":4,").contains("no flow log");
    }

    @Test
    void refusesFilesThatAreEmptyOrSomethingElse() {
        assertThat(post(uploaded("raw/empty.log", new byte[0]))).isEqualTo(DONE);
        assertThat(post(uploaded("raw/picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0})))
                .isEqualTo(DONE);
        assertThat(post(uploaded("raw/folder/", new byte[0]))).isEqualTo(DONE);

        assertThat(lake("aggregated/")).isEmpty();
        assertThat(store.keys(AwsTestResource.LAKE, "rejected/"))
                .contains("rejected/raw/picture.png.jsonl")
                .doesNotContain("rejected/raw/folder/.jsonl");
    }

    @Test
    void doesTheNeighboursOfAFailureAndFailsAtTheEnd() throws IOException {
        uploaded("raw/2.log", FLOW_LOG.getBytes(UTF_8));
        String event = Files.readString(EVENTS.resolve("several-objects.json"))
                .replaceAll("\\\\\"eTag\\\\\":\\\\\"[^\"]*\\\\\",", "")
                .replaceFirst("\\\\\"name\\\\\":\\\\\"flowtide-ingest", "\\\\\"name\\\\\":\\\\\"no-such-bucket");

        assertThat(post(event)).isEqualTo(FAILED);

        assertThat(lake("aggregated/")).hasSize(2);
    }

    @Test
    void countsWhatCloudWatchLogsHandsOverOnceHoweverOftenItComes() throws IOException {
        String lines = FLOW_LOG.lines()
                .map(line -> "{\"id\":\"1\",\"timestamp\":1795248300000,\"message\":\"" + line + "\"}")
                .collect(Collectors.joining(","));
        String event = subscription("DATA_MESSAGE", lines);

        assertThat(post(event)).isEqualTo(DONE);
        assertThat(post(event)).isEqualTo(DONE);
        assertThat(post(subscription("CONTROL_MESSAGE", ""))).isEqualTo(DONE);

        List<byte[]> parts = lake("aggregated/");
        assertThat(parts).hasSize(2);
        PartialCounts first = Documents.read(parts.get(0), PartialCounts.class);
        assertThat(first.object().key()).startsWith("raw/cloudwatch-logs/123456789012/vpc/flow/");
        assertThat(first.minutes()).containsEntry(ALL, Values.of(1, 0, 0, 0, 1));
        assertThat(lake("rejected/")).isEmpty();
    }

    private static String subscription(String type, String logEvents) throws IOException {
        String content =
                "{\"messageType\":\"%s\",\"owner\":\"123456789012\",\"logGroup\":\"/vpc/flow\",\"logEvents\":[%s]}"
                        .formatted(type, logEvents);
        return "{\"awslogs\":{\"data\":\"" + Base64.getEncoder().encodeToString(gzip(content)) + "\"}}";
    }

    @Test
    void failsOnWhatItDoesNotKnow() {
        Response reply = given().body("{}").post();

        assertThat(reply.statusCode()).isEqualTo(FAILED);
        assertThat(reply.jsonPath().getString("errorType")).endsWith("UnknownEventException");
    }

    @Test
    void whoTalkedToWhomIsWrittenBeforeThePartsOfSlots() {
        assertThat(post(uploaded("raw/pairs.log", FLOW_LOG.getBytes(UTF_8)))).isEqualTo(DONE);

        DependencyPart part = Documents.read(lake("dependency-parts/").get(0), DependencyPart.class);
        assertThat(store.keys(AwsTestResource.LAKE, "dependency-parts/"))
                .singleElement()
                .asString()
                .startsWith("dependency-parts/hour=2026-11-21T08:00Z/");
        assertThat(part.traffic())
                .isEqualTo(Map.of(
                        new Pair("web", "checkout"),
                        new Traffic(
                                3,
                                4549,
                                2,
                                1,
                                Instant.parse("2026-11-21T08:00:00Z"),
                                Instant.parse("2026-11-21T08:06:00Z"))));
        assertThat(Documents.read(lake("aggregated/").get(0), PartialCounts.class)
                        .minutes())
                .containsEntry(SeriesId.of("requests", "pair", "web->checkout"), Values.of(1, 0, 0, 0, 1))
                .doesNotContainKey(SeriesId.of("requests", "src-country", "unknown"));
    }

    private static String line(String start, int seconds, int bytes, String action) {
        long from = Instant.parse(start).getEpochSecond();
        return "2 123456789010 eni-1 10.0.0.1 10.0.0.2 20641 22 6 20 %d %d %d %s OK\n"
                .formatted(bytes, from, from + seconds, action);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return zipped.toByteArray();
    }

    /** Uploads, and gives S3's event of it. */
    private String uploaded(String key, byte[] content) {
        String version = s3.putObject(
                        request -> request.bucket(AwsTestResource.INGEST).key(key), RequestBody.fromBytes(content))
                .versionId();
        return """
                {"Records":[{"eventName":"ObjectCreated:Put","eventTime":"2026-11-21T08:12:31.427Z","s3":{
                  "bucket":{"name":"%s"},"object":{"key":"%s","size":%d,"versionId":"%s"}}}]}"""
                .formatted(AwsTestResource.INGEST, key.replace(' ', '+'), content.length, version);
    }

    private List<byte[]> lake(String prefix) {
        return store.keys(AwsTestResource.LAKE, prefix)
                .map(key -> store.read(AwsTestResource.LAKE, key).orElseThrow())
                .toList();
    }

    private String rejected(String key) {
        return new String(
                store.read(AwsTestResource.LAKE, "rejected/" + key + ".jsonl").orElseThrow(), UTF_8);
    }

    private static int post(String event) {
        return given().body(event.getBytes(UTF_8)).post().statusCode();
    }
}
