package io.flowtide.functions.datajoin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.SeriesTable;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import io.flowtide.standin.AwsTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

@QuarkusTest
@WithTestResource(value = AwsTestResource.class, initArgs = @ResourceArg(name = "clients", value = "s3,dynamodb,sns"))
class JoinHandlerTest {

    private static final int DONE = 204;
    private static final Path EVENTS = Path.of(System.getProperty("flowtide.root"), "events");
    private static final String PART = "6f1ed002-0123456789abcdef0123456789abcdef.json";
    private static final SeriesId ALL = SeriesId.total("requests");
    private static final Slot FIRST = Slot.parse("2026-11-21T08:05Z");

    @Inject
    S3Client s3;

    @Inject
    DynamoDbClient dynamo;

    @Test
    void closesSlotsOfThePartsThatItIsToldOf() throws IOException {
        ObjectStore store = new ObjectStore(s3);
        for (Slot slot : List.of(FIRST, FIRST.plus(3))) {
            PartialCounts part = new PartialCounts(
                    new ObjectVersion("b", "raw/x", "1"),
                    Instant.EPOCH,
                    slot,
                    new TreeMap<>(Map.of(ALL, Values.of(1, 2, 3, 4, 5))));
            store.put(AwsTestResource.LAKE, "aggregated/slot=" + slot.name() + "/" + PART, part);
            assertThat(post(aggregatedReady(slot))).isEqualTo(DONE);
        }
        assertThat(post(read("tick.json"))).isEqualTo(DONE);

        assertThat(new SeriesTable(dynamo, AwsTestResource.SERIES, Duration.ofHours(24))
                        .history(0, ALL, FIRST.start(), FIRST.next().start())
                        .values())
                .isEqualTo(Values.of(15));
    }

    @Test
    void takesAnUploadedCsv() throws IOException {
        s3.putObject(
                request -> request.bucket(AwsTestResource.INGEST).key("testdata/requests of november.csv"),
                RequestBody.fromString("2026-11-20 08:00,1\n2026-11-20 08:10,2\n"));
        // The object that lies there now, whatever its entity tag.
        String event = read("testdata-uploaded.json").replace("d41d8cd98f00b204e9800998ecf8427e", "");

        assertThat(post(event)).isEqualTo(DONE);

        ObjectStore store = new ObjectStore(s3);
        assertThat(store.keys(AwsTestResource.LAKE, "joined/upload/")).hasSize(1);
        assertThat(store.keys(AwsTestResource.INGEST, "finished/"))
                .containsExactly("finished/20261121T081231Z_requests of november.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tick.json", "test-event.json", "object-removed.json", "raw-uploaded.json"})
    void hasNothingToDo(String event) throws IOException {
        assertThat(post(read(event))).isEqualTo(DONE);
    }

    /** The sample, of another slot; it arrives two minutes after its end. */
    private static String aggregatedReady(Slot slot) throws IOException {
        return read("aggregated-ready.json")
                .replace("2026-11-21T08%3A05Z", slot.name().replace(":", "%3A"))
                .replace("2026-11-21T08:12:31.427Z", slot.end().plusSeconds(120).toString());
    }

    private static int post(String event) {
        return given().body(event.getBytes(StandardCharsets.UTF_8)).post().statusCode();
    }

    private static String read(String event) throws IOException {
        return Files.readString(EVENTS.resolve(event));
    }
}
