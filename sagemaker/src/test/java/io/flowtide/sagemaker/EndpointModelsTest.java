package io.flowtide.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.DetectorSettings;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.Forecasters;
import io.flowtide.core.model.Judgement;
import io.flowtide.core.model.Judgements;
import io.flowtide.core.model.SeriesDetector;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.standin.SageMakerFault;
import io.flowtide.standin.SageMakerServer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class EndpointModelsTest {

    private static final SeriesCalendar CALENDAR =
            new SeriesCalendar(ZoneOffset.UTC, HolidayCalendar.parse("2026-11-20"));

    private final SageMakerServer server = SageMakerServer.start()
            .with("forest", Served::sums)
            .with("mean", Served::hundreds)
            .with("deep", Served::persistence);
    private final List<String> failures = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    private EndpointModels models(CallSettings settings) {
        return new EndpointModels(
                Served.open(server, settings), (backend, failure) -> failures.add(failure.getMessage()));
    }

    private Judgements judge(String backend, TimeSeries series) {
        return judge(backend, series, Served.QUICK);
    }

    private Judgements judge(String backend, TimeSeries series, CallSettings settings) {
        return models(settings)
                .detector(Backend.parse(backend), CALENDAR, EndpointModelsTest::embedded)
                .judge(series, series.start());
    }

    private static SeriesDetector embedded() {
        DetectorSettings settings = new DetectorSettings(Served.WIDTH, CALENDAR, 1);
        return SeriesDetector.embedded(Detectors.create("mean", settings), "mean", "2026-11-20-h0");
    }

    /** Values 1 to 40 by turns 1 and 3, then one of 50. */
    private static TimeSeries withASpike() {
        double[] values =
                IntStream.range(0, 41).mapToDouble(i -> i % 2 == 0 ? 1 : 3).toArray();
        values[40] = 50;
        return Served.series(values);
    }

    @Test
    void aForestScoresInDeviationsOfTheScoresBefore() {
        Judgements judged = judge("rcf@forest", withASpike());

        assertThat(judged.detector()).isEqualTo("rcf@forest");
        assertThat(judged.version()).isEqualTo("AllTraffic");
        assertThat(judged.buckets()).hasSize(41);
        // Forty scores of 1 and 3: mean 2, deviation 1.
        assertThat(judged.buckets().get(40).score()).isCloseTo(48, within(1e-9));
        assertThat(judged.buckets().get(40).attribution())
                .containsEntry("value", judged.buckets().get(40).score());
        assertThat(judged.buckets().subList(0, 12)).extracting(Judgement::score).containsOnly(0.0);
        assertThat(server.calls()).singleElement().satisfies(call -> {
            assertThat(call.contentType()).isEqualTo("text/csv");
            assertThat(call.accept()).isEqualTo("application/json");
            assertThat(call.authorization()).startsWith("AWS4-HMAC-SHA256 Credential=local/");
            assertThat(call.text().lines()).hasSize(41).startsWith("1", "3", "1");
        });
        assertThat(failures).isEmpty();
    }

    @Test
    void aShingleIsSentWholeAndGapsAreNot() {
        Judgements judged = judge("rcf@forest?shingle=3", Served.series(1, 2, 3, Double.NaN, 5, 6, 7));

        assertThat(server.calls().get(0).text()).isEqualTo("1,2,3\n5,6,7\n");
        assertThat(judged.buckets()).hasSize(7).extracting(Judgement::score).containsOnly(0.0);
    }

    @Test
    void theSameSeriesGivesTheSameJudgements() {
        assertThat(judge("rcf@forest", withASpike())).isEqualTo(judge("rcf@forest", withASpike()));
    }

    @Test
    void rowsThatDoNotFitAreSentInSeveralRequests() {
        CallSettings small =
                new CallSettings(Served.QUICK.attempt(), Served.QUICK.call(), 1, Served.QUICK.pause(), 1_000);
        double[] values =
                IntStream.range(0, 1_000).mapToDouble(i -> 1_000_000 + i % 7).toArray();

        Judgements split = judge("rcf@forest", Served.series(values), small);

        assertThat(server.calls()).hasSize(8);
        assertThat(server.calls()).allMatch(call -> call.body().length <= 1_000);
        assertThat(split).isEqualTo(judge("rcf@forest", Served.series(values)));
    }

    @Test
    void aMeanPredictorScoresInItsOwnDeviations() {
        Judgements judged = judge("mean@mean", Served.series(100, 130, 60, Double.NaN));

        assertThat(judged.buckets()).extracting(Judgement::score).containsExactly(0.0, 3.0, 4.0, 0.0);
        assertThat(judged.buckets().get(2).attribution()).containsEntry("value", -4.0);
        assertThat(judged.buckets().get(3).expected()).isEqualTo(100);
        assertThat(judged.buckets().get(3).high()).isEqualTo(130);
        assertThat(server.calls().get(0).text())
                .isEqualTo("{\"start\":\"2026-11-20T00:00:00Z\",\"end\":\"2026-11-20T00:20:00Z\"}");
    }

    @Test
    void deepArForecastsEachStretchFromWhatLiesBefore() {
        Judgements judged = judge("deepar@deep?steps=4&cat=3", Served.series(5, 5, 5, 100, 110, 100, 80, 100, 7, 7));

        assertThat(judged.buckets().subList(0, 4)).containsOnly(Judgements.NOT_JUDGED);
        assertThat(judged.buckets().get(4).expected()).isEqualTo(100);
        // Ten above with a deviation of 20, twenty below with a deviation of 10.
        assertThat(judged.buckets().get(4).score()).isCloseTo(0.5, within(1e-9));
        assertThat(judged.buckets().get(6).score()).isCloseTo(2, within(1e-9));
        assertThat(judged.buckets().get(8).expected()).isEqualTo(100);
        JsonNode request = Served.read(server.calls().get(0));
        assertThat(server.calls()).hasSize(1);
        assertThat(request.path("instances")).hasSize(2);
        JsonNode instance = request.path("instances").get(0);
        assertThat(instance.path("start").asText()).isEqualTo("2026-11-20 00:00:00");
        assertThat(instance.path("cat").toString()).isEqualTo("[3]");
        assertThat(instance.path("target")).hasSize(4);
        // A Friday that is a holiday.
        assertThat(instance.path("dynamic_feat").toString()).isEqualTo("[[1,1,1,1,1,1,1,1],[0,0,0,0,0,0,0,0]]");
        assertThat(request.path("configuration").path("quantiles").toString()).isEqualTo("[\"0.1\",\"0.5\",\"0.9\"]");
    }

    @Test
    void deepArKnowsTheWeekendThatIsToCome() {
        double[] friday = IntStream.range(0, 288).mapToDouble(i -> i).toArray();

        models(Served.QUICK)
                .forecaster(Backend.parse("deepar@deep?steps=4"), Forecasters.create("mean"))
                .forecast(Served.series(friday), CALENDAR, 4);

        JsonNode features = Served.read(server.calls().get(0)).at("/instances/0/dynamic_feat");
        assertThat(features.get(1)).hasSize(292);
        assertThat(features.get(1).get(287).asInt()).isZero();
        assertThat(features.get(1).get(288).asInt()).isEqualTo(1);
        assertThat(features.get(0).get(288).asInt()).isZero();
    }

    @Test
    void endpointsForecastAsEmbeddedForecastersDo() {
        TimeSeries history = Served.series(1, 2, 3, 4, 90);

        Forecast mean = models(Served.QUICK)
                .forecaster(Backend.parse("mean@mean"), Forecasters.create("mean"))
                .forecast(history, CALENDAR, 3);
        Forecast deep = models(Served.QUICK)
                .forecaster(Backend.parse("deepar@deep?steps=4"), Forecasters.create("mean"))
                .forecast(history, CALENDAR, 3);

        assertThat(mean.start()).isEqualTo(history.end());
        assertThat(mean.mean().toArray()).containsExactly(100, 100, 100);
        assertThat(mean.deviation().toArray()).containsExactly(10, 10, 10);
        assertThat(deep.mean().toArray()).containsExactly(90, 90, 90);
        assertThat(deep.deviation().get(0)).isCloseTo(15, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(
            value = SageMakerFault.class,
            mode = Mode.EXCLUDE,
            names = {"MODEL_REFUSES", "GARBAGE"})
    void whatPassesIsTriedAgain(SageMakerFault fault) {
        server.misbehave(fault);

        Judgements judged = judge("rcf@forest", withASpike());

        assertThat(judged.detector()).isEqualTo("rcf@forest");
        assertThat(judged.buckets().get(40).score()).isCloseTo(48, within(1e-9));
        assertThat(server.calls()).hasSize(2);
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SageMakerFault.class)
    void whenItLastsTheEmbeddedModelJudgesAndSaysSo(SageMakerFault fault) {
        server.misbehave(fault, fault, fault);

        Judgements judged = judge("rcf@forest", withASpike());

        assertThat(judged.detector()).isEqualTo("mean");
        assertThat(judged.version()).isEqualTo("2026-11-20-h0-instead-of-rcf@forest");
        assertThat(judged.buckets())
                .isEqualTo(embedded().judge(withASpike(), Served.START).buckets());
        assertThat(failures).singleElement().asString().startsWith("The endpoint forest ");
    }

    @Test
    void whatWillNeverBeTakenIsNotTriedAgain() {
        server.misbehave(SageMakerFault.MODEL_REFUSES);

        assertThat(judge("rcf@forest", withASpike()).detector()).isEqualTo("mean");
        assertThat(server.calls()).hasSize(1);
        assertThat(failures).singleElement().asString().contains("Received server error (415)");
    }

    @Test
    void anEndpointThatIsSilentIsAskedOncePerWindow() {
        EndpointModels models = models(Served.QUICK);
        server.misbehave(SageMakerFault.GARBAGE);
        for (int i = 0; i < 3; i++) {
            models.detector(Backend.parse("rcf@forest"), CALENDAR, EndpointModelsTest::embedded)
                    .judge(withASpike(), Served.START);
        }

        assertThat(server.calls()).hasSize(1);
        assertThat(failures).hasSize(1);
    }

    @Test
    void anUnknownEndpointAndAnAnswerOfAnotherLengthAreSaid() {
        judge("rcf@nobody", withASpike());
        server.with("forest", call -> SageMakerServer.Reply.of("application/json", "{\"scores\":[{\"score\":1}]}"));
        judge("rcf@forest", withASpike());
        judge("deepar@deep?steps=5", Served.series(1, 2, 3, 4, 5, 6));

        assertThat(failures.get(0)).contains("Endpoint nobody not found");
        assertThat(failures.get(1)).isEqualTo("The endpoint forest answered 1 scores to 41 rows");
        assertThat(failures.get(2)).contains("forecasts 4 buckets", "option steps says 5");
    }

    @Test
    void aForecastFallsBackAsWell() {
        server.misbehave(SageMakerFault.GARBAGE);
        TimeSeries history = Served.series(1, 2, 3, 4, 90);

        Forecast forecast = models(Served.QUICK)
                .forecaster(Backend.parse("mean@mean"), Forecasters.create("mean"))
                .forecast(history, CALENDAR, 3);

        assertThat(forecast.mean().toArray())
                .containsExactly(Forecasters.create("mean")
                        .forecast(history, CALENDAR, 3)
                        .mean()
                        .toArray());
        assertThat(failures).hasSize(1);
    }

    @Test
    void aHorizonBeyondThePredictionLengthIsRefusedWithAWord() {
        assertThatThrownBy(() -> models(Served.QUICK)
                        .forecaster(Backend.parse("deepar@deep?steps=4"), Forecasters.create("mean"))
                        .forecast(Served.series(1, 2), CALENDAR, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("forecasts 4 buckets (option steps), not 5");
        assertThatThrownBy(
                        () -> models(Served.QUICK).forecaster(Backend.parse("rcf@forest"), Forecasters.create("mean")))
                .hasMessage("rcf@forest detects and does not forecast");
    }
}
