package io.flowtide.core.scoring;

import io.flowtide.core.event.AnomalyDetected;

/**
 * Which part of a total carries its anomaly.
 *
 * @param dimension the part: {@code action=REJECT}
 * @param share its share of the difference from what was expected, from a half on; more than 1 when other parts went
 *     the other way
 */
public record Carrier(String dimension, double share) {

    private static final double ALL = 0.995;

    /** {@code 87 % of it action=REJECT}. */
    String inWords() {
        return much() + " of it " + Words.oneLine(dimension);
    }

    /** {@code 87 % action=REJECT}. */
    String inFewWords() {
        return much() + " " + Words.oneLine(dimension);
    }

    private String much() {
        return share >= ALL ? "all" : Math.round(100 * share) + " %";
    }

    /** What it is part of by: {@code action}. */
    String kind() {
        int equals = dimension.indexOf('=');
        return equals < 0 ? dimension : dimension.substring(0, equals);
    }

    AnomalyDetected.Share asShare() {
        return new AnomalyDetected.Share(dimension, share);
    }
}
