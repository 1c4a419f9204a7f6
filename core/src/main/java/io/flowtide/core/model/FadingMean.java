package io.flowtide.core.model;

/** The mean of about the last numbers: each counts less with every one that comes after it. */
final class FadingMean {

    private final double fading;
    private double sum;
    private double weight;

    /** @param span about how many numbers count */
    FadingMean(double span) {
        this.fading = 1 - 1 / span;
    }

    FadingMean(double span, SnapshotInput in) {
        this(span);
        sum = in.number();
        weight = in.number();
    }

    void write(SnapshotOutput out) {
        out.number(sum).number(weight);
    }

    void add(double number) {
        add(number, 1);
    }

    /** @param share how much the number counts, 0 to 1 */
    void add(double number, double share) {
        double kept = 1 - share * (1 - fading);
        sum = sum * kept + share * number;
        weight = weight * kept + share;
    }

    /** NaN while nothing was added. */
    double get() {
        return sum / weight;
    }
}
