package io.flowtide.core.model;

/**
 * How much of what a series does is its pattern: 1 minus the mean distance from what the pattern says, in units of the mean
 * distance from the level of about the last day. Both means are over about the last four days.
 */
final class PatternShare {

    private static final double DAYS = 4;

    private final double bucketsPerDay;
    private final FadingMean fromPattern;
    private final FadingMean fromLevel;
    private double level = Double.NaN;

    PatternShare(double bucketsPerDay) {
        this.bucketsPerDay = Math.max(2, bucketsPerDay);
        this.fromPattern = new FadingMean(DAYS * this.bucketsPerDay);
        this.fromLevel = new FadingMean(DAYS * this.bucketsPerDay);
    }

    PatternShare(double bucketsPerDay, SnapshotInput in) {
        this.bucketsPerDay = Math.max(2, bucketsPerDay);
        this.fromPattern = new FadingMean(DAYS * this.bucketsPerDay, in);
        this.fromLevel = new FadingMean(DAYS * this.bucketsPerDay, in);
        this.level = in.number();
    }

    void write(SnapshotOutput out) {
        fromPattern.write(out);
        fromLevel.write(out);
        out.number(level);
    }

    /** @param expected what the pattern says, NaN while it says nothing */
    void add(double value, double expected) {
        if (Double.isNaN(level)) {
            level = value;
        }
        if (!Double.isNaN(expected)) {
            fromPattern.add(Math.abs(value - expected));
            fromLevel.add(Math.abs(value - level));
        }
        level += (value - level) / bucketsPerDay;
    }

    /** 0 (no pattern, or none known yet) to 1 (nothing but pattern). */
    double get() {
        double share = 1 - fromPattern.get() / fromLevel.get();
        return share > 0 ? share : 0;
    }
}
