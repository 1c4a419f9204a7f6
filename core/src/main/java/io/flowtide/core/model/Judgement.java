package io.flowtide.core.model;

import java.util.Map;

/**
 * What a detector says of one bucket.
 *
 * @param expected the value it expected, NaN while it does not know
 * @param low the lower edge of the band in which it expected the value, NaN while it does not know
 * @param high the upper edge of that band
 * @param score how unusual the value is, at least 0; the scale is the detector's own
 * @param confidence how much it has learned, 0 (nothing yet) to 1
 * @param attribution per input the signed share of the score: positive where the input was too high
 */
public record Judgement(
        double expected, double low, double high, double score, double confidence, Map<String, Double> attribution) {

    /** What every detector reaches within its first full week. */
    private static final double WARM = 0.6;

    /** Whether the detector has learned too little for its judgement to be relied on. */
    public boolean isWarmingUp() {
        return confidence < WARM;
    }
}
