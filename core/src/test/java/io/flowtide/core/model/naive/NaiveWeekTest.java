package io.flowtide.core.model.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.ForecastModel;
import io.flowtide.core.model.Forecasters;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class NaiveWeekTest {

    private static final SeriesCalendar UTC = SeriesCalendar.of(ZoneOffset.UTC);
    private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void repeatsTheLastWeekAndFillsItsGapsFromTheWeekBefore() {
        TimeSeries history = days(1, 2, 3, 4, 5, 6, 7, 11, Double.NaN, 13, 14, 15, 16, 17);

        ForecastModel model = NaiveWeek.forecaster().train(history, UTC);

        assertThat(model.forecast(8).mean()).isEqualTo(Values.of(11, 2, 13, 14, 15, 16, 17, 11));
        assertThat(Forecasters.restore("naive-week", model.snapshot()).forecast(8))
                .isEqualTo(model.forecast(8));
    }

    @Test
    void ofLessThanAWeekItTakesTheMeanWhereNothingIsKnown() {
        Forecast forecast = NaiveWeek.forecaster().forecast(days(1, 3), UTC, 7);

        assertThat(forecast.mean()).isEqualTo(Values.of(2, 2, 2, 2, 2, 1, 3));
        assertThatThrownBy(() -> NaiveWeek.forecaster().train(days(Double.NaN), UTC))
                .hasMessageContaining("no value of requests/all");
    }

    private static TimeSeries days(double... values) {
        return new TimeSeries(SeriesId.total("requests"), MONDAY, Duration.ofDays(1), Values.of(values));
    }
}
