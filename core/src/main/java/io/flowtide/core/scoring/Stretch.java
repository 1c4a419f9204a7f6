package io.flowtide.core.scoring;

import io.flowtide.core.event.AnomalyDetected.Peak;
import java.time.Duration;
import java.time.Instant;

/**
 * One anomalous bucket, or several that were added up.
 *
 * @param start the start of the first bucket
 * @param end the end of the last bucket, exclusive
 * @param buckets how many anomalous buckets it holds; normal ones may lie between them
 * @param excess the sum of (observed - expected), negative for a dip; a bucket without an expected value adds nothing
 * @param severity the worst
 * @param direction which way the peak goes
 * @param peak the bucket with the highest score, the first of equals
 * @param cutoff the score beyond which a bucket was anomalous at the peak
 * @param audible how much of it may be told
 */
public record Stretch(
        Instant start,
        Instant end,
        int buckets,
        double excess,
        Severity severity,
        Direction direction,
        Peak peak,
        double cutoff,
        Audible audible) {

    /** A stretch of one bucket. */
    public static Stretch of(Peak bucket, Duration width, double cutoff, Severity severity, Direction direction) {
        double excess = bucket.value() - bucket.expected();
        return new Stretch(
                bucket.bucket(),
                bucket.bucket().plus(width),
                1,
                Double.isNaN(excess) ? 0 : excess,
                severity,
                direction,
                bucket,
                cutoff,
                new Audible(1, severity));
    }

    /** The same, kept but not told. */
    Stretch muted() {
        return new Stretch(start, end, buckets, excess, severity, direction, peak, cutoff, Audible.NOTHING);
    }

    /** The same with a severity that is not lower than this. */
    Stretch atLeast(Severity least) {
        if (severity.atLeast(least)) {
            return this;
        }
        Audible loud = audible.anything() ? new Audible(audible.buckets(), least) : audible;
        return new Stretch(start, end, buckets, excess, least, direction, peak, cutoff, loud);
    }

    /** Both together; which is named first makes no difference but for the last bits of the excess. */
    public Stretch plus(Stretch other) {
        Stretch higher = other.peaksBeyond(this) ? other : this;
        return new Stretch(
                start.isBefore(other.start) ? start : other.start,
                end.isAfter(other.end) ? end : other.end,
                buckets + other.buckets,
                excess + other.excess,
                severity.atLeast(other.severity) ? severity : other.severity,
                higher.direction,
                higher.peak,
                higher.cutoff,
                audible.plus(other.audible));
    }

    private boolean peaksBeyond(Stretch other) {
        int byScore = Double.compare(peak.score(), other.peak.score());
        return byScore > 0 || (byScore == 0 && peak.bucket().isBefore(other.peak.bucket()));
    }
}
