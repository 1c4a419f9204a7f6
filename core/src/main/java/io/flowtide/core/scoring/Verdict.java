package io.flowtide.core.scoring;

import java.util.Optional;

/**
 * What a cut-off says of one bucket.
 *
 * @param anomaly whether the score lies beyond the threshold
 * @param threshold the score from which on a bucket is anomalous, NaN while it is not known
 * @param severity how far beyond; present exactly when the bucket is anomalous
 * @param direction which way; present exactly when the bucket is anomalous
 */
public record Verdict(boolean anomaly, double threshold, Optional<Severity> severity, Optional<Direction> direction) {

    static Verdict calm(double threshold) {
        return new Verdict(false, threshold, Optional.empty(), Optional.empty());
    }

    static Verdict anomalous(double threshold, Severity severity, Direction direction) {
        return new Verdict(true, threshold, Optional.of(severity), Optional.of(direction));
    }
}
