package io.flowtide.functions.cutoffscorer;

import static io.flowtide.functions.cutoffscorer.Samples.at;
import static io.flowtide.functions.cutoffscorer.Samples.key;
import static io.flowtide.functions.cutoffscorer.Samples.scoredReady;
import static io.flowtide.functions.cutoffscorer.Samples.window;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.FalseAlarms;
import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.Unheard;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.scoring.FalseAlarm;
import io.flowtide.core.series.SeriesId;
import io.flowtide.standin.AwsTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/** Each test has a series of its own, since the table outlives it. */
@QuarkusTest
@WithTestResource(value = AwsTestResource.class, initArgs = @ResourceArg(name = "clients", value = "s3,dynamodb,sns"))
@WithTestResource(SnsTestResource.class)
class CutoffScorerHandlerTest {

    @Inject
    S3Client s3;

    @Inject
    DynamoDbClient dynamo;

    @Inject
    SettableClock clock;

    @Inject
    WindowScorer scorer;

    SnsServer sns;

    @BeforeEach
    void soonAfterTheSample() {
        sns.reset();
        clock.set(SettableClock.SOON_AFTER);
    }

    private void put(String key, ScoredWindow window) {
        new ObjectStore(s3).put(AwsTestResource.LAKE, key, window);
    }

    private static Response invoke(String event) {
        return given().contentType("application/json").body(event).post();
    }

    private static void succeed(String event) {
        assertThat(invoke(event).statusCode()).isBetween(200, 204);
    }

    private void scored(int first, ScoredWindow window) {
        String key = key(first, window.series().get(0).values().size());
        put(key, window);
        succeed(scoredReady(key));
    }

    private List<String> told() {
        return sns.published().stream()
                .map(published ->
                        Documents.read(published.message().getBytes(StandardCharsets.UTF_8), AnomalyDetected.class))
                .map(message -> message.revision() + " " + message.state() + " " + message.severity())
                .toList();
    }

    private Map<String, AttributeValue> facts(String series, int first) {
        String incident = Keys.incident(new SeriesId(series), at(first));
        return dynamo.getItem(request -> request.tableName(AwsTestResource.INCIDENTS)
                        .key(Map.of(
                                "pk", AttributeValue.fromS("incident#" + incident),
                                "sk", AttributeValue.fromS("incident"))))
                .item();
    }

    @Test
    void anAnomalyIsToldInPlainWordsAndAsADocument() {
        scored(0, window("requests/plain", 0, 500));

        assertThat(sns.published()).singleElement().satisfies(published -> {
            assertThat(published.topic()).isEqualTo(SnsTestResource.TOPIC);
            assertThat(published.subject())
                    .isEqualTo("HIGH spike in requests/plain since 09:05 (Europe/Berlin):"
                            + " 500 per 5 min, expected 100 (+400 %)");
            AnomalyDetected message =
                    Documents.read(published.message().getBytes(StandardCharsets.UTF_8), AnomalyDetected.class);
            assertThat(message.incident()).isEqualTo(Keys.incident(new SeriesId("requests/plain"), at(0)));
            assertThat(message.scored().bucket()).isEqualTo(AwsTestResource.LAKE);
            assertThat(message.scored().key()).isEqualTo(key(0, 1));
            assertThat(message.peak().value()).isEqualTo(500);
            assertThat(published.mail())
                    .startsWith(message.summary() + "\n")
                    .contains("First bucket    Sat 21 Nov 2026 09:05 CET\n")
                    .contains("Severity        high, confidence 90 %\n");
        });
    }

    @Test
    void anIncidentIsToldFromItsOpeningToItsRecovery() {
        scored(0, window("requests/life", 0, 100));
        scored(1, window("requests/life", 1, 280));
        scored(2, window("requests/life", 2, 500));
        scored(3, window("requests/life", 3, 100, 101, 99));

        assertThat(told()).hasSize(3).first().asString().startsWith("1 OPENED");
        assertThat(told().get(1)).isEqualTo("2 WORSENED HIGH");
        assertThat(told().get(2)).isEqualTo("3 RECOVERED HIGH");
        assertThat(facts("requests/life", 1).get("state").s()).isEqualTo("RECOVERED");
        assertThat(facts("requests/life", 1).get("buckets").s()).isEqualTo("2");
        assertThat(facts("requests/life", 1).get("end").s()).isEqualTo(at(3).toString());
    }

    @Test
    void aRepeatedEventIsToldOnce() {
        scored(0, window("requests/repeated", 0, 500));
        succeed(Samples.event("scored-ready.json"));
        succeed(Samples.event("scored-ready.json"));

        assertThat(told()).containsExactly("1 OPENED HIGH");
    }

    @Test
    void eventsOutOfOrderAreOneIncident() {
        scored(2, window("requests/order", 2, 500));
        scored(0, window("requests/order", 0, 500));
        scored(1, window("requests/order", 1, 500));

        assertThat(told()).containsExactly("1 OPENED HIGH");
        assertThat(facts("requests/order", 2).get("start").s()).isEqualTo(at(0).toString());
        assertThat(facts("requests/order", 2).get("buckets").s()).isEqualTo("3");
    }

    @Test
    void manyScorersAtOnceTellOnce() {
        List<CreatedObject> windows = IntStream.range(0, 8)
                .mapToObj(index -> {
                    put("scored/together/" + index, window("requests/together", index, 500));
                    return created("scored/together/" + index);
                })
                .toList();

        CompletableFuture.allOf(windows.stream()
                        .map(window -> CompletableFuture.runAsync(() -> scorer.score(window)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(told()).containsExactly("1 OPENED HIGH");
    }

    private static CreatedObject created(String key) {
        ObjectVersion object = new ObjectVersion(AwsTestResource.LAKE, key, "");
        return new CreatedObject(object, "", 1, at(0), "");
    }

    @Test
    void aTopicThatIsDownIsToldLater() {
        sns.setDown(true);
        put(key(0, 1), window("requests/down", 0, 500));

        assertThat(invoke(Samples.event("scored-ready.json")).statusCode()).isEqualTo(500);
        sns.setDown(false);
        succeed(Samples.event("scored-ready.json"));
        succeed(Samples.event("scored-ready.json"));

        assertThat(told()).containsExactly("1 OPENED HIGH");
    }

    @Test
    void whatIsOlderThanTheMaximumAgeIsHistory() {
        clock.set(at(0).plus(Duration.ofDays(1)).plusSeconds(1));

        scored(0, window("requests/old", 0, 500));

        assertThat(told()).isEmpty();
    }

    @Test
    void anUploadIsToldHoweverOldItIs() {
        clock.set(at(0).plus(Duration.ofDays(400)));
        String key = Samples.uploadKey("testdata/week.csv");
        put(key, Samples.upload("upload/file=week.csv", 100, 500, 100, 100, 100));

        succeed(scoredReady(key));
        succeed(scoredReady(key));

        assertThat(told()).containsExactly("1 OPENED HIGH");
        assertThat(sns.published().get(0).subject())
                .startsWith("HIGH spike in upload/file=week.csv from 21 Nov 2026 09:10 to 09:15 (Europe/Berlin)")
                .hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void oneBrokenSeriesDoesNotStopItsNeighbours() {
        ScoredWindow.Row broken = Samples.row("requests/broken", 0, 500);
        broken = new ScoredWindow.Row(
                broken.id(),
                new ScoredWindow.ModelVersion("unheard-of", "1"),
                broken.confidence(),
                broken.start(),
                broken.values(),
                broken.expected(),
                broken.low(),
                broken.high(),
                broken.scores(),
                broken.attribution());
        put(key(0, 1), window(Origin.STREAM, broken, Samples.row("requests/sound", 0, 500)));

        Response response = invoke(Samples.event("scored-ready.json"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body().asString()).contains("requests/broken: There is no detector 'unheard-of'");
        assertThat(told()).containsExactly("1 OPENED HIGH");
    }

    @Test
    void aPartThatMovesWithItsTotalIsKeptButNotTold() {
        put(
                key(0, 1),
                window(Origin.STREAM, Samples.row("family/all", 0, 500), Samples.row("family/action=REJECT", 0, 490)));

        succeed(Samples.event("scored-ready.json"));

        assertThat(told()).containsExactly("1 OPENED HIGH");
        assertThat(facts("family/action=REJECT", 0).get("state").s()).isEqualTo(FactSheet.NOT_TOLD);
    }

    @Test
    void aFalseAlarmIsNotToldAgainButListed() {
        scored(0, window("requests/batch", 0, 500));
        AnomalyDetected told = Documents.read(
                sns.published().get(0).message().getBytes(StandardCharsets.UTF_8), AnomalyDetected.class);
        new FalseAlarms(dynamo, AwsTestResource.INCIDENTS).mark(FalseAlarm.of(told, clock.instant()));
        sns.reset();
        clock.set(at(7 * 288));

        scored(7 * 288, window("requests/batch", 7 * 288, 510));
        scored(7 * 288 + 100, window("requests/batch", 7 * 288 + 100, 510));

        assertThat(told()).containsExactly("1 OPENED HIGH");
        assertThat(facts("requests/batch", 7 * 288).get("state").s()).isEqualTo(FactSheet.NOT_TOLD);
        assertThat(new Unheard(dynamo, AwsTestResource.INCIDENTS).of(LocalDate.of(2026, 11, 28)))
                .singleElement()
                .asString()
                .startsWith("HIGH spike in requests/batch from 09:05 to 09:10 (Europe/Berlin): 510 per 5 min");
    }

    @Test
    void aNewerSchemaIsRefused() {
        new ObjectStore(s3)
                .put(
                        AwsTestResource.LAKE,
                        key(0, 1),
                        "{\"schema\":2}".getBytes(StandardCharsets.UTF_8),
                        ObjectStore.JSON);

        Response response = invoke(Samples.event("scored-ready.json"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body().asString()).contains("follows schema 2").contains("update the functions");
    }

    @Test
    void aMissingObjectIsNoError() {
        succeed(scoredReady("scored/shard=00/gone.json"));

        assertThat(told()).isEmpty();
    }

    @Test
    void theTestEventIsNoError() {
        succeed(Samples.event("test-event.json"));
    }
}
