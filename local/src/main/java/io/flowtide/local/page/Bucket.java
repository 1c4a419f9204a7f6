package io.flowtide.local.page;

/**
 * One bucket of a chart; NaN where nothing is known.
 *
 * @param value what was observed
 * @param expected what the model expected
 * @param low the lower edge of the expected band
 * @param high the upper edge of the expected band
 */
record Bucket(double value, double expected, double low, double high) {

    static Bucket observed(double value) {
        return new Bucket(value, Double.NaN, Double.NaN, Double.NaN);
    }
}
