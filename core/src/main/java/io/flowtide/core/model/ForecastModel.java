package io.flowtide.core.model;

/** What a {@link Forecaster} has learned from a history. It does not change. */
public interface ForecastModel {

    /**
     * What is expected of the buckets after the history.
     *
     * @param steps how many buckets to forecast, from the end of the history on
     */
    Forecast forecast(int steps);

    /** The model as bytes that {@code Forecasters.restore} takes; the restored one forecasts the same, bit for bit. */
    byte[] snapshot();
}
