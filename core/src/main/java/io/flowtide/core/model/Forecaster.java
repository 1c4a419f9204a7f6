package io.flowtide.core.model;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.series.TimeSeries;
import java.time.ZoneId;

/**
 * Learns from a history what comes after it. Deterministic: the same history gives the same model and the same forecast,
 * bit for bit.
 */
public interface Forecaster {

    /**
     * @param history what was observed, gaps as NaN
     * @param calendar the days and holidays of the series
     * @throws IllegalArgumentException when the history is too short to say anything; the message says how much is needed
     */
    ForecastModel train(TimeSeries history, SeriesCalendar calendar);

    /**
     * Trains, and forecasts at once.
     *
     * @param steps how many buckets to forecast, from the end of the history on
     * @throws IllegalArgumentException as {@link #train}
     */
    default Forecast forecast(TimeSeries history, SeriesCalendar calendar, int steps) {
        return train(history, calendar).forecast(steps);
    }

    /** As {@link #forecast(TimeSeries, SeriesCalendar, int)}, without holidays. */
    default Forecast forecast(TimeSeries history, ZoneId zone, int steps) {
        return forecast(history, SeriesCalendar.of(zone), steps);
    }
}
