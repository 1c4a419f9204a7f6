package io.flowtide.core.model;

import io.flowtide.core.series.TimeSeries;
import java.time.ZoneId;

/** Forecasts by the mean predictor. */
public final class MeanForecaster implements Forecaster {

    private final MeanOptions options;

    public MeanForecaster(MeanOptions options) {
        this.options = options;
    }

    @Override
    public Forecast forecast(TimeSeries history, ZoneId zone, int steps) {
        return MeanPredictor.train(history, zone, options).predict(history.end(), history.width(), steps);
    }
}
