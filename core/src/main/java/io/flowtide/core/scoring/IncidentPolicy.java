package io.flowtide.core.scoring;

import java.time.Duration;

/**
 * What counts as an incident, and when people are told of it.
 *
 * @param minimumDeviation the least distance from the expected value that is worth telling, as a share of that value:
 *     0.2 is 20 %
 * @param minimumConfidence how much the model must have learned, 0 to 1
 * @param recoveryBuckets how many normal buckets make a recovery, at least 1
 * @param rest an anomalous bucket that follows within this time still belongs to the incident
 * @param maximumAge older buckets raise nothing, except in an upload
 */
public record IncidentPolicy(
        double minimumDeviation, double minimumConfidence, int recoveryBuckets, Duration rest, Duration maximumAge) {

    public static final IncidentPolicy DEFAULT =
            new IncidentPolicy(0.2, 0, 3, Duration.ofHours(1), Duration.ofHours(24));

    public IncidentPolicy {
        if (minimumDeviation < 0 || minimumConfidence < 0 || minimumConfidence > 1) {
            throw new IllegalArgumentException(
                    "The minimum deviation is a share of at least 0 and the minimum confidence"
                            + " lies between 0 and 1, but they are " + minimumDeviation + " and " + minimumConfidence);
        }
        if (recoveryBuckets < 1 || rest.isNegative() || maximumAge.isNegative()) {
            throw new IllegalArgumentException("A recovery takes at least 1 bucket, and no duration is negative, but"
                    + " they are " + recoveryBuckets + ", " + rest + " and " + maximumAge);
        }
    }

    /** The rest for buckets of this width: never shorter than a recovery takes. */
    Duration rest(Duration width) {
        Duration recovery = width.multipliedBy(recoveryBuckets);
        return rest.compareTo(recovery) < 0 ? recovery : rest;
    }

    /**
     * Whether a value is far enough from what was expected. Without an expected value there is nothing to compare with,
     * and the cut-off alone decides.
     */
    boolean deviates(double value, double expected) {
        return Double.isNaN(expected) || Math.abs(value - expected) >= minimumDeviation * Math.abs(expected);
    }
}
