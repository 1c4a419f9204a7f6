package io.flowtide.core.model.tide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.ForecastModel;
import io.flowtide.core.model.Forecaster;
import io.flowtide.core.model.Forecasters;
import io.flowtide.core.model.Weeks;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TideForecasterTest {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final SeriesCalendar UTC = SeriesCalendar.of(ZoneOffset.UTC);
    private static final int DAY = 48;
    private static final int WEEK = 7 * DAY;
    private static final Forecaster TIDE = Forecasters.create("tide");

    @Test
    void aHolidaySeasonIsFoundAndForgottenWithoutBeingNamed() {
        LocalDate epiphany = LocalDate.parse("2026-01-06");
        TimeSeries truth = Weeks.of(
                "2025-12-15",
                42,
                HALF_HOUR,
                ZoneOffset.UTC,
                (day, hour) -> !day.isBefore(LocalDate.parse("2025-12-22")) && !day.isAfter(epiphany)
                        ? 8 + Weeks.usual(LocalDate.parse("2025-12-21"), hour) * 0.7
                        : Weeks.usual(day, hour));
        TimeSeries history = Weeks.noisy(truth, 0.02, 1).between(truth.start(), truth.time(5 * WEEK));

        Forecast forecast = TIDE.forecast(history, UTC, WEEK);

        assertThat(Weeks.error(forecast, truth, 0, WEEK)).isLessThan(6);
        assertThat(Weeks.error(Forecasters.create("mean").forecast(history, UTC, WEEK), truth, 0, WEEK))
                .isGreaterThan(12);
    }

    @Test
    void anOutageIsNotRepeatedAWeekLater() {
        LocalDate broken = LocalDate.parse("2026-06-27");
        TimeSeries truth = Weeks.of("2026-06-01", 35, HALF_HOUR, ZoneOffset.UTC, Weeks::usual);
        TimeSeries seen = Weeks.of(
                "2026-06-01",
                28,
                HALF_HOUR,
                ZoneOffset.UTC,
                (day, hour) -> day.equals(broken) && hour < 16 ? 0 : Weeks.usual(day, hour));

        Forecast forecast = TIDE.forecast(Weeks.noisy(seen, 0.02, 2), UTC, WEEK);

        assertThat(Weeks.error(forecast, truth, 5 * DAY, 6 * DAY)).isLessThan(4);
        assertThat(Weeks.error(forecast, truth, 0, WEEK)).isLessThan(3);
    }

    @Test
    void theLevelOfTheLastWeekHolds() {
        TimeSeries truth = Weeks.of(
                "2026-06-01",
                35,
                HALF_HOUR,
                ZoneOffset.UTC,
                (day, hour) -> Weeks.usual(day, hour) * (day.isBefore(LocalDate.parse("2026-06-22")) ? 1 : 1.3));
        TimeSeries history = truth.between(truth.start(), truth.time(4 * WEEK));

        assertThat(Weeks.error(TIDE.forecast(history, UTC, WEEK), truth, 0, WEEK))
                .isLessThan(2);
    }

    @Test
    void aHolidayIsAsTheLastOneWasOrAsASunday() {
        Set<LocalDate> seen = Set.of(LocalDate.parse("2026-06-11"));
        SeriesCalendar calendar = SeriesCalendar.parse("UTC;2026-06-11,2026-07-01");
        TimeSeries history = Weeks.of(
                "2026-06-01",
                28,
                HALF_HOUR,
                ZoneOffset.UTC,
                (day, hour) -> seen.contains(day) ? 7 : Weeks.usual(day, hour));

        Forecast named = Forecasters.create("profile").forecast(history, calendar, WEEK);
        Forecast asSunday =
                Forecasters.create("profile").forecast(history, SeriesCalendar.parse("UTC;2026-07-01"), WEEK);

        assertThat(named.mean().get(2 * DAY + DAY / 2)).isEqualTo(7);
        assertThat(named.mean().get(3 * DAY + DAY / 2))
                .isCloseTo(Weeks.usual(LocalDate.parse("2026-07-02"), 12), within(1e-9));
        assertThat(asSunday.mean().get(2 * DAY + DAY / 2))
                .isCloseTo(Weeks.usual(LocalDate.parse("2026-06-28"), 12), within(1e-9));
    }

    @Test
    void aChangeOfTheClocksDoesNotTearTheProfile() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        TimeSeries truth = Weeks.of("2026-03-02", 42, HALF_HOUR, berlin, Weeks::usual);
        TimeSeries history = truth.between(truth.start(), truth.time(4 * WEEK + DAY));

        Forecast forecast = TIDE.forecast(history, SeriesCalendar.of(berlin), WEEK);

        assertThat(Weeks.error(forecast, truth, 0, WEEK)).isLessThan(1);
    }

    @Test
    void aShortHistorySaysWhatItCan() {
        TimeSeries twoDays = Weeks.of("2026-06-01", 2, HALF_HOUR, ZoneOffset.UTC, (day, hour) -> hour);

        Forecast forecast = TIDE.forecast(twoDays, UTC, WEEK);

        assertThat(forecast.size()).isEqualTo(WEEK);
        assertThat(forecast.mean().get(10)).isEqualTo(5);
        assertThat(forecast.mean().get(6 * DAY + 10)).isEqualTo(5);
        TimeSeries one = twoDays.between(twoDays.start(), twoDays.time(1));
        assertThat(TIDE.forecast(one, UTC, 3).mean()).isEqualTo(Values.of(0, 0, 0));
        TimeSeries none = new TimeSeries(one.id(), one.start(), HALF_HOUR, Values.of(Double.NaN));
        assertThatThrownBy(() -> TIDE.forecast(none, UTC, 3)).hasMessageContaining("no value of requests/all");
    }

    @Test
    void aRestoredModelForecastsTheSameToTheLastBit() {
        TimeSeries history = Weeks.noisy(Weeks.of("2026-06-01", 21, HALF_HOUR, ZoneOffset.UTC, Weeks::usual), 0.1, 4);
        TideModel model = new TideForecaster().train(history, UTC);

        ForecastModel restored = Forecasters.restore("tide", model.snapshot());

        assertThat(restored.forecast(700)).isEqualTo(model.forecast(700));
        assertThat(restored.snapshot()).isEqualTo(model.snapshot());
        assertThat(new TideForecaster().train(history, UTC).snapshot()).isEqualTo(model.snapshot());
        assertThat(model.parts()).extracting(TideModel.Part::name).containsExactly("profile", "hw", "hw-weekly");
        assertThat(model.parts().stream()
                        .mapToDouble(part -> part.weights().get(3))
                        .sum())
                .isCloseTo(1, within(1e-12));
    }
}
