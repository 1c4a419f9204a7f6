package io.flowtide.core.model;

import io.flowtide.core.series.TimeSeries;
import java.time.ZoneId;

/** Says what comes after a history. */
public interface Forecaster {

    /**
     * @param history what was observed, gaps as NaN
     * @param zone the zone of the calendar
     * @param steps how many buckets to forecast, from the end of the history on
     * @throws IllegalArgumentException when the history is too short to say anything; the message says how much is needed
     */
    Forecast forecast(TimeSeries history, ZoneId zone, int steps);
}
