package io.flowtide.sagemaker;

import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.ForecastModel;
import java.util.function.IntFunction;

/** What an endpoint forecasts; its model stays there. */
record Outlook(String name, IntFunction<Forecast> forecasts) implements ForecastModel {

    @Override
    public Forecast forecast(int steps) {
        return forecasts.apply(steps);
    }

    @Override
    public byte[] snapshot() {
        throw new UnsupportedOperationException("The model of " + name + " stays at its endpoint and has no snapshot");
    }
}
