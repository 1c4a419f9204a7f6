package io.flowtide.core.scoring;

/**
 * What is worth telling.
 *
 * @param minimumDeviation the least distance from the expected value, as a share of that value: 0.2 is 20 %
 * @param minimumDifference the least distance from the expected value, in units of the series
 * @param minimumConfidence how much the model must have learned, 0 to 1
 * @param minimumBuckets how many anomalous buckets make an incident, at least 1
 * @param quiet when anomalies are kept but not told
 */
public record Relevance(
        double minimumDeviation,
        double minimumDifference,
        double minimumConfidence,
        int minimumBuckets,
        QuietTimes quiet) {

    public static final Relevance DEFAULT = new Relevance(0.2, 0, 0, 1, QuietTimes.NONE);

    public Relevance {
        if (!(minimumDeviation >= 0 && minimumDifference >= 0)) {
            throw new IllegalArgumentException(
                    "The minimum deviation and the minimum difference are at least 0, but they" + " are "
                            + minimumDeviation + " and " + minimumDifference);
        }
        if (!(minimumConfidence >= 0 && minimumConfidence <= 1) || minimumBuckets < 1) {
            throw new IllegalArgumentException(
                    "The minimum confidence lies between 0 and 1 and an incident has at least"
                            + " 1 bucket, but they are " + minimumConfidence + " and " + minimumBuckets);
        }
    }

    public Relevance withMinimumDeviation(double share) {
        return new Relevance(share, minimumDifference, minimumConfidence, minimumBuckets, quiet);
    }

    public Relevance withMinimumDifference(double units) {
        return new Relevance(minimumDeviation, units, minimumConfidence, minimumBuckets, quiet);
    }

    public Relevance withMinimumConfidence(double confidence) {
        return new Relevance(minimumDeviation, minimumDifference, confidence, minimumBuckets, quiet);
    }

    public Relevance withMinimumBuckets(int buckets) {
        return new Relevance(minimumDeviation, minimumDifference, minimumConfidence, buckets, quiet);
    }

    public Relevance with(QuietTimes times) {
        return new Relevance(minimumDeviation, minimumDifference, minimumConfidence, minimumBuckets, times);
    }

    /**
     * Whether a value is far enough from what was expected. Without an expected value there is nothing to compare with,
     * and the cut-off alone decides.
     */
    public boolean deviates(double value, double expected) {
        double distance = Math.abs(value - expected);
        return Double.isNaN(expected)
                || (distance >= minimumDeviation * Math.abs(expected) && distance >= minimumDifference);
    }
}
