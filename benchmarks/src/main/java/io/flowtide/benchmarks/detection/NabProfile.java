package io.flowtide.benchmarks.detection;

/** What the Numenta Anomaly Benchmark pays for in its three profiles ({@code config/profiles.json} of NAB 1.1). */
public enum NabProfile {
    STANDARD("standard", 1, 0.11, 1),
    LOW_FALSE_POSITIVES("low FP", 1, 0.22, 1),
    LOW_FALSE_NEGATIVES("low FN", 1, 0.11, 2);

    private final String title;
    private final double truePositive;
    private final double falsePositive;
    private final double falseNegative;

    NabProfile(String title, double truePositive, double falsePositive, double falseNegative) {
        this.title = title;
        this.truePositive = truePositive;
        this.falsePositive = falsePositive;
        this.falseNegative = falseNegative;
    }

    public String title() {
        return title;
    }

    /** The most that a window brings. */
    double truePositive() {
        return truePositive;
    }

    /** The most that an alarm outside the windows costs. */
    double falsePositive() {
        return falsePositive;
    }

    /** What a window without an alarm costs. */
    double falseNegative() {
        return falseNegative;
    }
}
