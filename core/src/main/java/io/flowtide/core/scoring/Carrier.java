package io.flowtide.core.scoring;

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
        String much = share >= ALL ? "all" : Math.round(100 * share) + " %";
        return much + " of it " + Words.oneLine(dimension);
    }
}
