package io.flowtide.core.model.holtwinters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.ForecastModel;
import io.flowtide.core.model.Forecasters;
import io.flowtide.core.model.Weeks;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HoltWintersForecasterTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final SeriesCalendar UTC = SeriesCalendar.of(ZoneOffset.UTC);
    private static final int WEEK = 168;

    @ParameterizedTest
    @EnumSource(names = {"WEEK", "DAY_AND_WEEK"})
    void aWeeklyPatternIsForecastAWeekAhead(Seasons seasons) {
        TimeSeries truth = Weeks.of("2026-06-01", 42, HOUR, ZoneOffset.UTC, Weeks::usual);
        TimeSeries history = Weeks.noisy(truth, 0.05, 7).between(truth.start(), truth.time(5 * WEEK));

        Forecast forecast = new HoltWintersForecaster(seasons).forecast(history, UTC, WEEK);

        assertThat(Weeks.error(forecast, truth, 0, WEEK)).isLessThan(3);
    }

    @Test
    void aSeasonOfADayRepeatsTheDay() {
        TimeSeries days = Weeks.of("2026-06-01", 10, HOUR, ZoneOffset.UTC, (day, hour) -> 50 + hour);

        Forecast forecast = new HoltWintersForecaster(Seasons.DAY).forecast(days, UTC, 48);

        for (int i = 0; i < 48; i++) {
            assertThat(forecast.mean().get(i)).isCloseTo(50 + i % 24, within(0.01));
        }
    }

    @Test
    void aSwingThatGrowsWithTheLevelIsMultiplicative() {
        TimeSeries growing = Weeks.of(
                "2026-06-01",
                28,
                HOUR,
                ZoneOffset.UTC,
                (day, hour) -> (1 + day.getDayOfYear() * 0.02) * (hour < 12 ? 10 : 100));

        assertThat(new HoltWintersForecaster(Seasons.DAY).train(growing, UTC).form())
                .isEqualTo(SeasonForm.MULTIPLICATIVE);
        TimeSeries below = new TimeSeries(
                growing.id(), growing.start(), HOUR, growing.values().map(value -> value - 500));
        assertThat(new HoltWintersForecaster(Seasons.DAY).train(below, UTC).form())
                .isEqualTo(SeasonForm.ADDITIVE);
    }

    @Test
    void theSeasonStaysInStepWhenTheClocksAreChanged() {
        TimeSeries truth = Weeks.of("2026-09-28", 42, HOUR, BERLIN, Weeks::usual);
        TimeSeries history = truth.between(truth.start(), truth.time(4 * WEEK + 48));

        Forecast forecast = new HoltWintersForecaster(Seasons.WEEK).forecast(history, SeriesCalendar.of(BERLIN), WEEK);

        assertThat(Weeks.error(forecast, truth, 0, WEEK)).isLessThan(1);
        assertThat(Weeks.error(new HoltWintersForecaster(Seasons.WEEK).forecast(history, UTC, WEEK), truth, 0, WEEK))
                .isGreaterThan(3);
    }

    @Test
    void aForecastAcrossAChangeOfTheClocksFollowsThem() {
        TimeSeries truth = Weeks.of("2026-09-21", 42, HOUR, BERLIN, Weeks::usual);
        TimeSeries history = truth.between(truth.start(), truth.time(4 * WEEK));

        Forecast forecast =
                new HoltWintersForecaster(Seasons.WEEK).forecast(history, SeriesCalendar.of(BERLIN), 2 * WEEK);

        assertThat(Weeks.error(forecast, truth, 0, 2 * WEEK)).isLessThan(1);
    }

    @Test
    void gapsAndZerosAreBorne() {
        TimeSeries truth =
                Weeks.of("2026-06-01", 35, HOUR, ZoneOffset.UTC, (day, hour) -> hour < 6 ? 0 : Weeks.usual(day, hour));
        double[] values = truth.values().toArray();
        for (int i = 300; i < 330; i++) {
            values[i] = Double.NaN;
        }
        values[0] = Double.NaN;
        TimeSeries history = new TimeSeries(
                truth.id(), truth.start(), HOUR, Values.of(values).slice(0, 4 * WEEK));

        Forecast forecast = new HoltWintersForecaster(Seasons.DAY_AND_WEEK).forecast(history, UTC, WEEK);

        assertThat(Weeks.error(forecast, truth, 0, WEEK)).isLessThan(2);
        assertThat(forecast.mean().stream()).allMatch(value -> value >= 0);
    }

    @Test
    void theBandHoldsMostOfWhatComes() {
        TimeSeries truth = Weeks.noisy(Weeks.of("2026-06-01", 70, HOUR, ZoneOffset.UTC, Weeks::usual), 0.1, 3);
        TimeSeries history = truth.between(truth.start(), truth.time(9 * WEEK));

        Forecast forecast = new HoltWintersForecaster(Seasons.WEEK).forecast(history, UTC, WEEK);

        int inside = 0;
        for (int i = 0; i < WEEK; i++) {
            double error =
                    Math.abs(truth.values().get(9 * WEEK + i) - forecast.mean().get(i));
            inside += error < 1.645 * forecast.deviation().get(i) ? 1 : 0;
        }
        assertThat(inside / (double) WEEK).isBetween(0.8, 1.0);
    }

    @Test
    void thePartsMakeUpTheWhole() {
        TimeSeries history = Weeks.noisy(Weeks.of("2026-06-01", 28, HOUR, ZoneOffset.UTC, Weeks::usual), 0.02, 5);

        Decomposition parts = new HoltWintersForecaster(Seasons.WEEK).decompose(history, UTC);

        assertThat(parts.observed()).isEqualTo(history.values());
        for (int i = 0; i < history.size(); i++) {
            double joined =
                    parts.form().join(parts.trend().get(i), parts.season().get(i));
            assertThat(joined + parts.residual().get(i))
                    .isCloseTo(history.values().get(i), within(1e-9));
        }
        assertThat(parts.residual().stream().map(Math::abs).average().orElseThrow())
                .isLessThan(2.5);
    }

    @Test
    void aHistoryOfLessThanASeasonIsRefused() {
        TimeSeries oneWeek = Weeks.of("2026-06-01", 7, HOUR, ZoneOffset.UTC, Weeks::usual);

        assertThatThrownBy(() -> new HoltWintersForecaster(Seasons.WEEK).train(oneWeek, UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 7d of history")
                .hasMessageContaining("168 buckets of 1h");
        TimeSeries gaps = new TimeSeries(oneWeek.id(), oneWeek.start(), HOUR, Values.constant(400, Double.NaN));
        assertThatThrownBy(() -> new HoltWintersForecaster(Seasons.DAY).train(gaps, UTC))
                .hasMessageContaining("no value of requests/all");
        TimeSeries odd = new TimeSeries(oneWeek.id(), oneWeek.start(), Duration.ofMinutes(7), oneWeek.values());
        assertThatThrownBy(() -> new HoltWintersForecaster(Seasons.DAY).train(odd, UTC))
                .hasMessageContaining("buckets that divide it, not of PT7M");
    }

    @Test
    void aRestoredModelForecastsTheSameToTheLastBit() {
        HoltWintersModel model = new HoltWintersForecaster(Seasons.DAY_AND_WEEK)
                .train(
                        Weeks.noisy(Weeks.of("2026-06-01", 21, HOUR, BERLIN, Weeks::usual), 0.1, 1),
                        SeriesCalendar.parse("Europe/Berlin;DE"));

        ForecastModel restored = Forecasters.restore("hw", model.snapshot());

        assertThat(restored.forecast(400)).isEqualTo(model.forecast(400));
        assertThat(restored.snapshot()).isEqualTo(model.snapshot());
    }

    /** A snapshot that layout 1 wrote of a model of days of two places, 1 and 3, that never differed. */
    @Test
    void theFirstLayoutIsStillRead() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/golden/holt-winters-1.base64")) {
            byte[] snapshot =
                    Base64.getMimeDecoder().decode(new String(file.readAllBytes(), StandardCharsets.US_ASCII));

            Forecast forecast = HoltWintersModel.restore(snapshot).forecast(3);

            assertThat(forecast.mean()).isEqualTo(Values.of(1, 3, 1));
            assertThat(forecast.deviation()).isEqualTo(Values.constant(3, 0));
            assertThat(forecast.start()).isEqualTo("2026-06-11T00:00:00Z");
        }
    }
}
