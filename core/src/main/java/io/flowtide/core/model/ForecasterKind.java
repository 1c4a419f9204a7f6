package io.flowtide.core.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The forecasters that there are, the default first. */
enum ForecasterKind {
    TIDE("tide", () -> new MeanForecaster(MeanOptions.DEFAULT), MeanPredictor::restore),
    MEAN(MeanPredictor.NAME, () -> new MeanForecaster(MeanOptions.DEFAULT), MeanPredictor::restore);

    private final String id;
    private final Supplier<Forecaster> creator;
    private final Function<byte[], ForecastModel> restorer;

    ForecasterKind(String id, Supplier<Forecaster> creator, Function<byte[], ForecastModel> restorer) {
        this.id = id;
        this.creator = creator;
        this.restorer = restorer;
    }

    static Optional<ForecasterKind> named(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    Forecaster create() {
        return creator.get();
    }

    ForecastModel restore(byte[] snapshot) {
        return restorer.apply(snapshot);
    }
}
