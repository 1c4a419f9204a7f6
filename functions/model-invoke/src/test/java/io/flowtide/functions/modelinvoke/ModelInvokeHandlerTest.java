package io.flowtide.functions.modelinvoke;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.SeriesTable;
import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.join.KnownSeries;
import io.flowtide.core.join.SlotSums;
import io.flowtide.core.join.StoredSlot;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.SeriesPattern;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import io.flowtide.standin.AwsTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

@QuarkusTest
@WithTestResource(AwsTestResource.class)
class ModelInvokeHandlerTest {

    private static final String JOINED = Keys.joined(0, Tide.FROM, Tide.FROM.plus(Slot.WIDTH));
    private static final int DONE = 204;
    private static final int FAILED = 500;

    @Inject
    S3Client s3;

    @Inject
    DynamoDbClient dynamo;

    private ObjectStore lake;

    @BeforeEach
    void anEmptyLake() {
        lake = new ObjectStore(s3);
        lake.keys(AwsTestResource.LAKE, "")
                .toList()
                .forEach(key -> s3.deleteObject(
                        request -> request.bucket(AwsTestResource.LAKE).key(key)));
    }

    private static Response post(String event) throws IOException {
        Path events = Path.of(System.getProperty("flowtide.root"), "events");
        return given().body(Files.readString(events.resolve(event))).post();
    }

    private Optional<ScoredWindow> scored() {
        return lake.read(new ObjectVersion(AwsTestResource.LAKE, Keys.scored(JOINED), ""), ScoredWindow.class);
    }

    /** One day of closed slots, as data-join leaves them. */
    private void history() {
        SeriesTable table = new SeriesTable(dynamo, AwsTestResource.SERIES, Duration.ofDays(1));
        TimeSeries day = Tide.between(Tide.SERIES, Tide.MIDNIGHT.minus(Duration.ofDays(1)), Tide.MIDNIGHT);
        for (int i = 0; i < day.size(); i++) {
            TreeMap<SeriesId, Values> minutes = new TreeMap<>();
            minutes.put(Tide.SERIES, Values.of(day.values().get(i), 0, 0, 0, 0));
            Slot slot = new Slot(day.time(i));
            SlotSums sums = SlotSums.of(
                    new PartialCounts(new ObjectVersion("ingest", "raw/x", ""), Instant.EPOCH, slot, minutes));
            table.store(0, slot, StoredSlot.NONE, new StoredSlot(new TreeSet<>(), sums));
        }
        table.widen(0, Tide.SERIES, KnownSeries.in(new Slot(day.start())));
    }

    @Test
    void aJoinedWindowIsScoredByAModelOfItsHistory() throws IOException {
        history();
        lake.put(AwsTestResource.LAKE, JOINED, Tide.window(0));

        assertThat(post("joined-ready.json").statusCode()).isEqualTo(DONE);

        ScoredWindow.Row row = scored().orElseThrow().series().get(0);
        assertThat(row.values()).isEqualTo(Tide.window(0).series().get(0).values());
        assertThat(row.model()).isEqualTo(new ScoredWindow.ModelVersion("tide", "2026-11-20-h0"));
        Memory memory = new Memory();
        Models models = new Models(
                new SnapshotCache(1 << 20),
                memory,
                (series, from, to) -> Tide.between(series, to.minus(Duration.ofDays(1)), to));
        assertThat(scored())
                .contains(new WindowScorer(
                                "tide",
                                SeriesPattern.parse("*"),
                                HolidayCalendar.none(),
                                Choices.none(),
                                models,
                                Remote.none())
                        .score(Tide.window(0)));
        memory.objects.forEach((path, snapshot) ->
                assertThat(lake.read(AwsTestResource.LAKE, path)).contains(snapshot));
    }

    @Test
    void aRepeatedEventWritesTheSameBytes() throws IOException {
        lake.put(AwsTestResource.LAKE, JOINED, Tide.window(7));
        post("joined-ready.json");
        byte[] once = lake.read(AwsTestResource.LAKE, Keys.scored(JOINED)).orElseThrow();

        post("joined-ready.json");

        assertThat(lake.read(AwsTestResource.LAKE, Keys.scored(JOINED))).contains(once);
    }

    @Test
    void aMissingObjectAndTheTestEventAreNoErrors() throws IOException {
        assertThat(post("joined-ready.json").statusCode()).isEqualTo(DONE);
        assertThat(post("test-event.json").statusCode()).isEqualTo(DONE);
        assertThat(scored()).isEmpty();
    }

    @Test
    void aNewerSchemaIsRefused() throws IOException {
        byte[] newer = "{\"schema\":2}".getBytes(StandardCharsets.UTF_8);
        lake.put(AwsTestResource.LAKE, JOINED, newer, ObjectStore.JSON);

        Response reply = post("joined-ready.json");

        assertThat(reply.statusCode()).isEqualTo(FAILED);
        assertThat(reply.body().asString()).contains("follows schema 2").contains("update the functions");
    }
}
