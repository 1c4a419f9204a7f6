package io.flowtide.core.model;

/** What the mean detector has seen at one place of one class of days. */
final class MeanCell {

    private final Moments moments;
    /** Sum of |s - mu| with the mu of its time: each value comes once, so the mean of all is not yet known. */
    private double absolute;

    MeanCell() {
        moments = new Moments();
    }

    MeanCell(SnapshotInput in) {
        moments = new Moments(in);
        absolute = in.number();
    }

    void write(SnapshotOutput out) {
        moments.write(out);
        out.number(absolute);
    }

    void add(double value) {
        absolute += count() == 0 ? 0 : Math.abs(value - mean());
        moments.add(value);
    }

    long count() {
        return moments.count();
    }

    double mean() {
        return moments.mean();
    }

    double deviation(DeviationKind kind) {
        return switch (kind) {
            case STANDARD -> moments.standardDeviation();
            case MEAN_ABSOLUTE -> count() < 2 ? 0 : absolute / (count() - 1);
        };
    }
}
