package io.flowtide.functions.modelinvoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.model.Detector;
import io.flowtide.core.model.DetectorSettings;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.SeriesPattern;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.training.ModelChoice;
import io.flowtide.sagemaker.Backends;
import io.flowtide.sagemaker.CallSettings;
import io.flowtide.sagemaker.EndpointModels;
import io.flowtide.sagemaker.Endpoints;
import io.flowtide.standin.SageMakerFault;
import io.flowtide.standin.SageMakerServer;
import io.flowtide.standin.SageMakerServer.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;

/** Series that a training or an endpoint judges. */
class TrainedAndRemoteTest {

    private static final String BASE = "models/trained/tide.bin";
    private static final LocalDate TRAINED = LocalDate.parse("2026-11-20");

    private final Memory lake = new Memory();
    private final List<Duration> learned = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final SageMakerServer sageMaker = SageMakerServer.start().with("forest", TrainedAndRemoteTest::ones);

    @AfterEach
    void stop() {
        sageMaker.close();
    }

    private static Reply ones(SageMakerServer.Call call) {
        String scores = call.text().lines().map(row -> "{\"score\":1}").collect(Collectors.joining(","));
        return Reply.of("application/json", "{\"scores\":[" + scores + "]}");
    }

    private TimeSeries history(SeriesId series, Instant from, Instant to) {
        learned.add(Duration.between(from, to));
        return Tide.between(series, from, to);
    }

    private ModelChoice choice(long historyVersion) {
        return new ModelChoice(
                Tide.SERIES,
                TRAINED.plusDays(1),
                TRAINED,
                historyVersion,
                "tide",
                "mean",
                BASE,
                SeriesCalendar.of(ZoneOffset.UTC).text(),
                Slot.WIDTH);
    }

    private ScoredWindow score(Choices choices, Remote remote) {
        Models models = new Models(new SnapshotCache(1 << 20), lake, this::history);
        return new WindowScorer("mean", SeriesPattern.parse("*"), HolidayCalendar.none(), choices, models, remote)
                .score(Tide.window(0));
    }

    private static Choices inService(ModelChoice choice) {
        return new Choices((series, day) -> day.isBefore(choice.from()) ? Optional.empty() : Optional.of(choice));
    }

    private byte[] tideOfTwoWeeks() {
        Detector detector = Detectors.create("tide", new DetectorSettings(Slot.WIDTH, ZoneOffset.UTC, 1));
        TimeSeries weeks = Tide.between(Tide.SERIES, Tide.MIDNIGHT.minus(Duration.ofDays(14)), Tide.MIDNIGHT);
        for (int i = 0; i < weeks.size(); i++) {
            detector.next(weeks.time(i), weeks.values().get(i));
        }
        return detector.snapshot();
    }

    @Test
    void thePromotedDetectorGoesOnFromItsTraining() {
        lake.write(BASE, tideOfTwoWeeks());

        ScoredWindow.Row row =
                score(inService(choice(0)), Remote.none()).series().get(0);

        assertThat(row.model()).isEqualTo(new ScoredWindow.ModelVersion("tide", "2026-11-20-h0-t2026-11-20"));
        assertThat(learned).containsExactly(Duration.ZERO);
        Detector restored = Detectors.restore("tide", tideOfTwoWeeks());
        assertThat(row.expected().get(0))
                .isEqualTo(restored.next(row.start(), row.values().get(0)).expected());
    }

    @Test
    void aHistoryThatChangedSinceIsLearnedAnewByThePromotedDetector() {
        lake.write(BASE, tideOfTwoWeeks());

        ScoredWindow.Row row =
                score(inService(choice(1)), Remote.none()).series().get(0);

        assertThat(row.model()).isEqualTo(new ScoredWindow.ModelVersion("tide", "2026-11-20-h0-t2026-11-20"));
        assertThat(learned).containsExactly(Models.LEARNED);
    }

    @Test
    void aLostSnapshotIsNoError() {
        assertThat(score(inService(choice(0)), Remote.none()).series()).hasSize(1);
        assertThat(learned).containsExactly(Models.LEARNED);
    }

    @Test
    void whatIsInServiceIsAskedOncePerSeriesAndDay() {
        List<LocalDate> asked = new ArrayList<>();
        Choices choices = new Choices((series, day) -> {
            asked.add(day);
            return Optional.empty();
        });

        score(choices, Remote.none());
        score(choices, Remote.none());

        assertThat(asked).containsExactly(LocalDate.parse("2026-11-21"));
    }

    private Remote remote() {
        CallSettings quick =
                new CallSettings(Duration.ofSeconds(2), Duration.ofSeconds(5), 2, Duration.ofMillis(5), 6_000_000);
        Endpoints endpoints = Endpoints.open(
                quick,
                SageMakerRuntimeClient.builder()
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                        .endpointOverride(sageMaker.endpoint()));
        EndpointModels models = new EndpointModels(endpoints, (backend, failure) -> failures.add(backend.name()));
        return new Remote(Backends.parse("requests/all=rcf@forest"), Optional.of(models), this::history);
    }

    @Test
    void aSeriesOfAnEndpointIsJudgedThere() {
        ScoredWindow scored = score(Choices.none(), remote());

        ScoredWindow.Row row = scored.series().get(0);
        assertThat(row.model()).isEqualTo(new ScoredWindow.ModelVersion("rcf@forest", "AllTraffic"));
        assertThat(row.scores().stream()).hasSize(row.values().size()).containsOnly(0.0);
        assertThat(learned).isEmpty();
        assertThat(lake.objects).isEmpty();
        assertThat(Documents.write(score(Choices.none(), remote()))).isEqualTo(Documents.write(scored));
    }

    @Test
    void whenTheEndpointIsSilentTheEmbeddedModelJudgesAsItWouldHave() {
        sageMaker.misbehave(SageMakerFault.UNAVAILABLE, SageMakerFault.UNAVAILABLE);

        ScoredWindow.Row row = score(Choices.none(), remote()).series().get(0);

        assertThat(row.model()).isEqualTo(new ScoredWindow.ModelVersion("mean", "2026-11-20-h0-instead-of-rcf@forest"));
        assertThat(row.scores())
                .isEqualTo(score(Choices.none(), Remote.none()).series().get(0).scores());
        assertThat(failures).containsExactly("rcf@forest");
    }
}
