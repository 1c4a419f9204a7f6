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
        sum = sum * fading + number;
        weight = weight * fading + 1;
    }

    /** NaN while nothing was added. */
    double get() {
        return sum / weight;
    }
}
