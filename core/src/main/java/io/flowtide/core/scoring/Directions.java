package io.flowtide.core.scoring;

import io.flowtide.core.model.Judgement;

/** Tells which way an anomalous value left the tide. */
final class Directions {

    private Directions() {}

    /**
     * Silence is nothing where something was expected. Otherwise a value outside the band went the way on which it
     * lies; within the band, or without one, the attribution of the score says which way.
     */
    static Direction of(double value, Judgement judgement) {
        boolean up = up(value, judgement);
        if (value == 0 && !up) {
            return Direction.SILENCE;
        }
        return up ? Direction.SPIKE : Direction.DIP;
    }

    private static boolean up(double value, Judgement judgement) {
        if (value < judgement.low() || value > judgement.high()) {
            return value > judgement.high();
        }
        double attributed = judgement.attribution().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        if (attributed != 0) {
            return attributed > 0;
        }
        return Double.isNaN(judgement.expected()) ? value != 0 : value >= judgement.expected();
    }
}
