package io.flowtide.core.scoring;

import io.flowtide.core.model.Moments;
import java.time.Instant;

/** The earlier scores that a cut-off takes its mean and deviation from. */
interface ScoreMemory {

    /** Mean and deviation of the scores that count for the bucket at {@code start}. */
    Moments before(Instant start);

    /** Keeps the score of the bucket that was asked for last. */
    void add(double score);
}
