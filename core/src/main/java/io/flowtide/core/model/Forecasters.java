package io.flowtide.core.model;

import java.util.List;

/** Makes forecasters by name. */
public final class Forecasters {

    /** The forecaster that nobody has to choose. */
    public static final String DEFAULT = "tide";

    private Forecasters() {}

    /** All names, the default first. */
    public static List<String> names() {
        return List.of(DEFAULT, "mean");
    }

    /**
     * @throws IllegalArgumentException when there is no forecaster of this name; the message lists those that there are
     */
    public static Forecaster create(String name) {
        return switch (name) {
            case DEFAULT, "mean" -> new MeanForecaster(MeanOptions.DEFAULT);
            default ->
                throw new IllegalArgumentException(
                        "There is no forecaster '" + name + "'; there are " + String.join(", ", names()));
        };
    }
}
