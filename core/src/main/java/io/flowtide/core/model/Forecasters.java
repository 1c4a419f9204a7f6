package io.flowtide.core.model;

import java.util.Arrays;
import java.util.List;

/** Makes forecasters, and restores what they have learned, by the names that stand in the configuration. */
public final class Forecasters {

    /** The forecaster that nobody has to choose. */
    public static final String DEFAULT = "tide";

    private Forecasters() {}

    /** All names, the default first. */
    public static List<String> names() {
        return Arrays.stream(ForecasterKind.values()).map(ForecasterKind::id).toList();
    }

    /**
     * @throws IllegalArgumentException when there is no forecaster of this name; the message lists those that there are
     */
    public static Forecaster create(String name) {
        return find(name).create();
    }

    /**
     * The model that wrote {@code snapshot}.
     *
     * @param name the forecaster that trained it
     * @throws IllegalArgumentException when there is no forecaster of this name
     * @throws SnapshotException when the bytes are no snapshot of such a model, or a newer version wrote them
     */
    public static ForecastModel restore(String name, byte[] snapshot) {
        return find(name).restore(snapshot);
    }

    private static ForecasterKind find(String name) {
        return ForecasterKind.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no forecaster '" + name + "'; there are " + String.join(", ", names())));
    }
}
