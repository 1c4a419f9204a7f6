package io.flowtide.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Days of four places; Monday is 2026-11-02. */
class MeanOptionsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final SeriesCalendar UTC = SeriesCalendar.parse("UTC");
    private static final MeanOptions BY_CLASS = new MeanOptions(DayClasses.WEEKDAY_OR_WEEKEND, DeviationKind.STANDARD);

    @Test
    void aHolidayThatWasSeenIsAClassOfItsOwn() {
        SeriesCalendar calendar = SeriesCalendar.parse("UTC;2026-11-03,2026-11-11");
        MeanPredictor predictor = MeanPredictor.train(days(10, 99, 10, 10, 10, 50, 50), calendar, BY_CLASS);

        assertThat(predictor.mean(day(7))).isEqualTo(10);
        assertThat(predictor.mean(day(9))).isEqualTo(99);
    }

    @Test
    void aHolidayThatWasNeverSeenIsASunday() {
        SeriesCalendar calendar = SeriesCalendar.parse("UTC;2026-11-11");
        MeanOptions byWeekday = new MeanOptions(DayClasses.DAY_OF_WEEK, DeviationKind.STANDARD);
        MeanPredictor predictor = MeanPredictor.train(days(10, 10, 10, 10, 10, 50, 60), calendar, byWeekday);

        assertThat(predictor.mean(day(9))).isEqualTo(60);
        assertThat(predictor.mean(day(8))).isEqualTo(10);
    }

    @Test
    void nothingIsLearnedFromAnExcludedRangeAndARescaledOneIsMultiplied() {
        MeanOptions options =
                with(0, new TrainingRange.Excluded(day(1), day(2)), new TrainingRange.Rescaled(day(2), day(3), 2));

        MeanPredictor predictor = MeanPredictor.train(days(10, 1000, 20, 70), UTC, options);

        assertThat(predictor.mean(day(7))).isEqualTo((10 + 40 + 70) / 3.0);
    }

    @Test
    void rangesAreClosedBelowAndOpenAbove() {
        TimeSeries history = new TimeSeries(SeriesId.total("requests"), MONDAY, DAY, Values.of(1, 2, 3));
        TrainingRange range = new TrainingRange.Rescaled(day(1), day(2), 10);

        assertThat(TrainingRange.applied(history, List.of(range)).values()).isEqualTo(Values.of(1, 20, 3));
        assertThatThrownBy(() -> new TrainingRange.Rescaled(day(1), day(2), 0)).hasMessageContaining("positive");
    }

    @Test
    void smoothingAveragesNeighboursAroundTheClock() {
        TimeSeries day =
                new TimeSeries(SeriesId.total("requests"), MONDAY, Duration.ofHours(6), Values.of(3, 6, 9, 30));
        MeanPredictor predictor = MeanPredictor.train(day, UTC, with(1));

        assertThat(IntStream.range(0, 4)
                        .mapToDouble(i -> predictor.mean(MONDAY.plus(Duration.ofHours(6L * i))))
                        .toArray())
                .containsExactly(13, 6, 15, 14);
        assertThatThrownBy(() -> with(-1)).hasMessageContaining("-1");
    }

    @Test
    void aRestoredModelForecastsTheSame() {
        SeriesCalendar calendar = SeriesCalendar.parse("Europe/Berlin;DE-BY");
        MeanPredictor model = MeanPredictor.train(days(10, 20.1, 30, 40, 50.7, 60, 70, 13), calendar, with(0));
        ForecastModel restored = Forecasters.restore("mean", model.snapshot());

        assertThat(restored.forecast(20)).isEqualTo(model.forecast(20));
        assertThat(restored.snapshot()).isEqualTo(model.snapshot());
        assertThat(model.forecast(20).start()).isEqualTo(day(8));
    }

    private static MeanOptions with(int smoothing, TrainingRange... ranges) {
        return new MeanOptions(DayClasses.WEEKDAY_OR_WEEKEND, DeviationKind.STANDARD, smoothing, Arrays.asList(ranges));
    }

    private static Instant day(int day) {
        return MONDAY.plus(DAY.multipliedBy(day));
    }

    private static TimeSeries days(double... values) {
        return new TimeSeries(SeriesId.total("requests"), MONDAY, DAY, Values.of(values));
    }
}
