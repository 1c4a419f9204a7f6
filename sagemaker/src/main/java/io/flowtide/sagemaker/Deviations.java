package io.flowtide.sagemaker;

import io.flowtide.core.model.Judgement;
import java.util.Map;

/** Makes judgements of distances that are measured in standard deviations. */
final class Deviations {

    static final String INPUT = "value";

    private static final double BAND = 3;
    private static final double LEAST = 1e-3;

    private Deviations() {}

    /**
     * @param expected the expected value
     * @param below the standard deviation downwards
     * @param above the standard deviation upwards
     * @param value what was observed, NaN for a gap
     */
    static Judgement judgement(double expected, double below, double above, double value) {
        double least = LEAST * Math.max(1, Math.abs(expected));
        double down = Math.max(below, least);
        double up = Math.max(above, least);
        double distance = Double.isNaN(value) ? 0 : (value - expected) / (value < expected ? down : up);
        return new Judgement(
                expected, expected - BAND * down, expected + BAND * up, Math.abs(distance), 1, Map.of(INPUT, distance));
    }
}
