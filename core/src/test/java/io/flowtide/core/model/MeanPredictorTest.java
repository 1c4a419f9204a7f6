package io.flowtide.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanPredictorTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final Duration HALF_DAY = Duration.ofHours(12);

    @Test
    void meanAndStandardDeviationPerPlaceOfWorkingDays() {
        MeanPredictor predictor = train(DeviationKind.STANDARD, 10, 100, 20, 100, 30, 100);
        assertThat(predictor.mean(MONDAY)).isEqualTo(20);
        assertThat(predictor.deviation(MONDAY)).isEqualTo(Math.sqrt(200.0 / 3));
        assertThat(predictor.deviation(MONDAY.plus(HALF_DAY))).isZero();
    }

    @Test
    void meanAbsoluteDeviationIsTakenAroundTheMeanOfAll() {
        assertThat(train(DeviationKind.MEAN_ABSOLUTE, 10, 100, 20, 100, 30, 100).deviation(MONDAY))
                .isEqualTo(20.0 / 3);
    }

    @Test
    void aClassThatWasNeverSeenTakesThePlaceFromAllDays() {
        Instant saturday = MONDAY.plus(Duration.ofDays(5));
        assertThat(train(DeviationKind.STANDARD, 10, 100).mean(saturday.plus(HALF_DAY)))
                .isEqualTo(100);
    }

    @Test
    void aPlaceThatWasNeverSeenTakesTheMeanOfAll() {
        assertThat(train(DeviationKind.STANDARD, 10, Double.NaN, 20, Double.NaN).mean(MONDAY.plus(HALF_DAY)))
                .isEqualTo(15);
    }

    @Test
    void aWeekOfDaysIsForecastAsItWas() {
        double[] week = IntStream.range(0, 14).mapToDouble(i -> i).toArray();
        Forecast forecast = new MeanForecaster(new MeanOptions(DayClasses.DAY_OF_WEEK, DeviationKind.STANDARD))
                .forecast(series(week), ZoneOffset.UTC, 14);
        assertThat(forecast.start()).isEqualTo(MONDAY.plus(Duration.ofDays(7)));
        assertThat(forecast.time(1)).isEqualTo(forecast.start().plus(HALF_DAY));
        assertThat(forecast.mean()).isEqualTo(Values.of(week));
        assertThat(forecast.deviation()).isEqualTo(Values.constant(14, 0));
        assertThat(forecast.size()).isEqualTo(14);
    }

    @Test
    void aHistoryOfGapsIsRefused() {
        assertThatThrownBy(() -> train(DeviationKind.STANDARD, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no value of requests/all");
    }

    @Test
    void anUnknownForecasterIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> Forecasters.create("oracle")).hasMessageContaining("tide, mean");
    }

    private static MeanPredictor train(DeviationKind deviation, double... values) {
        return MeanPredictor.train(
                series(values), ZoneOffset.UTC, new MeanOptions(DayClasses.WEEKDAY_OR_WEEKEND, deviation));
    }

    private static TimeSeries series(double... values) {
        return new TimeSeries(SeriesId.total("requests"), MONDAY, HALF_DAY, Values.of(values));
    }
}
