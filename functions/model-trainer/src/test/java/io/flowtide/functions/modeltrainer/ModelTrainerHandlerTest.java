package io.flowtide.functions.modeltrainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.ClosingTable;
import io.flowtide.aws.ModelChoices;
import io.flowtide.aws.ModelChoices.LastTraining;
import io.flowtide.aws.ObjectStore;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.training.ModelChoice;
import io.flowtide.core.training.TrainingReport;
import io.flowtide.standin.AwsTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

@QuarkusTest
@WithTestResource(AwsTestResource.class)
@TestProfile(ModelTrainerHandlerTest.MeanInService.class)
class ModelTrainerHandlerTest {

    /** So that growing traffic has something to be better than. */
    public static final class MeanInService implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "flowtide.watched-series", "requests/*",
                    "flowtide.detector", "mean",
                    "flowtide.forecaster", "mean");
        }
    }

    private static final int DONE = 204;
    private static final int FAILED = 500;
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final SeriesId ALL = SeriesId.total("requests");
    private static final String REPORT = Keys.model(ALL, "2026-11-21-h0", "report.json");

    @Inject
    S3Client s3;

    @Inject
    DynamoDbClient dynamo;

    @Inject
    ModelTrainer trainer;

    private ObjectStore lake;
    private ModelChoices choices;

    @BeforeEach
    void threeWeeksOfGrowingTraffic() {
        lake = new ObjectStore(s3);
        choices = new ModelChoices(dynamo, AwsTestResource.SERIES);
        lake.keys(AwsTestResource.LAKE, "")
                .toList()
                .forEach(key -> s3.deleteObject(
                        request -> request.bucket(AwsTestResource.LAKE).key(key)));
        new GrowingTraffic(dynamo).store(NOW, Duration.ofDays(22));
        choices.forgetTraining(ALL);
        new ClosingTable(dynamo, AwsTestResource.SERIES).close(new Slot(NOW.minus(Slot.WIDTH)));
    }

    private static Response post(String event) throws IOException {
        Path events = Path.of(System.getProperty("flowtide.root"), "events");
        return given().body(Files.readString(events.resolve(event))).post();
    }

    private byte[] read(String key) {
        return lake.read(AwsTestResource.LAKE, key).orElseThrow();
    }

    @Test
    void theScheduleTrainsWhatIsDueAndPromotesWhatIsBetterFromTomorrowOn() throws IOException {
        assertThat(post("train-schedule.json").statusCode()).isEqualTo(DONE);

        TrainingReport report = Documents.read(read(REPORT), TrainingReport.class);
        assertThat(report.series()).isEqualTo(ALL);
        assertThat(report.to()).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(report.forecaster().promoted()).isTrue();
        assertThat(choices.inService(ALL, TODAY)).isEmpty();
        ModelChoice choice = choices.inService(ALL, TODAY.plusDays(1)).orElseThrow();
        assertThat(choice.forecaster()).isEqualTo(report.forecaster().name()).isNotEqualTo("mean");
        assertThat(choice.detector()).isEqualTo(report.detector().name());
        assertThat(choice.trained()).isEqualTo(TODAY);
        assertThat(Detectors.restore(choice.detector(), read(choice.snapshot())))
                .isNotNull();
        assertThat(new String(read(Keys.model(ALL, "2026-11-21-h0", "report.html")), StandardCharsets.UTF_8))
                .contains("Training of requests/all", "<svg ");
        assertThat(choices.lastTraining(ALL)).contains(new LastTraining(TODAY, 0));

        byte[] once = read(REPORT);
        choices.forgetTraining(ALL);
        post("train-schedule.json");
        assertThat(read(REPORT)).isEqualTo(once);
        assertThat(choices.inService(ALL, TODAY.plusDays(1))).contains(choice);
    }

    @Test
    void whatWasTrainedIsNotTrainedAgainUntilAWeekLaterOrItsHistoryChanges() {
        choices.trained(ALL, new LastTraining(TODAY.minusDays(6), 0));
        trainer.trainDue(NOW, () -> 900_000);
        assertThat(lake.keys(AwsTestResource.LAKE, "models/")).isEmpty();

        choices.forgetTraining(ALL);
        choices.trained(ALL, new LastTraining(TODAY.minusDays(7), 0));
        trainer.trainDue(NOW, () -> 900_000);
        assertThat(lake.keys(AwsTestResource.LAKE, "models/")).hasSize(3);
    }

    @Test
    void withoutTimeItIsLeftToTheNextRun() {
        trainer.trainDue(NOW, () -> 1_000);

        assertThat(lake.keys(AwsTestResource.LAKE, "models/")).isEmpty();
        assertThat(choices.lastTraining(ALL)).isEmpty();
    }

    @Test
    void aRequestMakesASeriesDue() {
        choices.trained(ALL, new LastTraining(TODAY, 0));

        trainer.request(TrainRequest.parse("{\"train\": \"bytes/*\"}"));
        assertThat(choices.lastTraining(ALL)).isPresent();
        trainer.request(TrainRequest.parse("{\"train\": \"requests/*\"}"));
        assertThat(choices.lastTraining(ALL)).isEmpty();
    }

    @Test
    void theMessageOfTheTopicTrainsAndSomethingElseIsRefused() throws IOException {
        choices.trained(ALL, new LastTraining(TODAY, 0));
        assertThat(post("train-requested.json").statusCode()).isEqualTo(DONE);
        assertThat(lake.keys(AwsTestResource.LAKE, "models/")).hasSize(3);

        Response refused = post("notifier-malformed-message.json");
        assertThat(refused.statusCode()).isEqualTo(FAILED);
        assertThat(refused.body().asString()).contains("A request to train looks like");
        assertThat(post("test-event.json").statusCode()).isEqualTo(DONE);
    }
}
