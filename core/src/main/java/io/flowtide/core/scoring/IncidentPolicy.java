package io.flowtide.core.scoring;

import java.time.Duration;

/**
 * What counts as an incident, and when people are told of it.
 *
 * @param relevance what is worth telling
 * @param recoveryBuckets how many normal buckets make a recovery, at least 1
 * @param rest an anomalous bucket that follows within less than this still belongs to the incident
 * @param maximumAge older buckets raise nothing, except in an upload
 */
public record IncidentPolicy(Relevance relevance, int recoveryBuckets, Duration rest, Duration maximumAge) {

    public static final IncidentPolicy DEFAULT =
            new IncidentPolicy(Relevance.DEFAULT, 3, Duration.ofHours(1), Duration.ofHours(24));

    public IncidentPolicy {
        if (recoveryBuckets < 1 || rest.isNegative() || maximumAge.isNegative()) {
            throw new IllegalArgumentException("A recovery takes at least 1 bucket, and no duration is negative, but"
                    + " they are " + recoveryBuckets + ", " + rest + " and " + maximumAge);
        }
    }

    public IncidentPolicy with(Relevance other) {
        return new IncidentPolicy(other, recoveryBuckets, rest, maximumAge);
    }

    public IncidentPolicy withRecoveryBuckets(int buckets) {
        return new IncidentPolicy(relevance, buckets, rest, maximumAge);
    }

    public IncidentPolicy withRest(Duration other) {
        return new IncidentPolicy(relevance, recoveryBuckets, other, maximumAge);
    }

    public IncidentPolicy withMaximumAge(Duration age) {
        return new IncidentPolicy(relevance, recoveryBuckets, rest, age);
    }

    /** The rest for buckets of this width: never shorter than a recovery takes. */
    Duration rest(Duration width) {
        Duration recovery = width.multipliedBy(recoveryBuckets);
        return rest.compareTo(recovery) < 0 ? recovery : rest;
    }
}
