package io.flowtide.core.model;

import java.time.Instant;

/**
 * Judges a series one bucket after the other. Causal: the judgement of a bucket depends on that bucket and those before
 * it, and only then does the detector learn from it. Deterministic: the same buckets give the same judgements, bit for
 * bit, also across {@link #snapshot()} and a restore by {@code Detectors}.
 */
public interface Detector {

    /**
     * Judges the bucket, then learns from it.
     *
     * @param start the bucket's start; buckets come in order, one width apart
     * @param value what was observed, NaN for a gap (nothing is learned from a gap)
     */
    Judgement next(Instant start, double value);

    /** Everything the detector has learned, as bytes that {@code Detectors.restore} takes. */
    byte[] snapshot();
}
