package io.flowtide.core.model;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.series.TimeSeries;

/** Forecasts by the mean predictor. */
public final class MeanForecaster implements Forecaster {

    private final MeanOptions options;

    public MeanForecaster(MeanOptions options) {
        this.options = options;
    }

    @Override
    public MeanPredictor train(TimeSeries history, SeriesCalendar calendar) {
        return MeanPredictor.train(history, calendar, options);
    }
}
