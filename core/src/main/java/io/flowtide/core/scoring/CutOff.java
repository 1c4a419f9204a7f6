package io.flowtide.core.scoring;

import io.flowtide.core.model.Judgement;
import java.time.Instant;

/**
 * Decides which scores are anomalies, one bucket after the other. Causal: a verdict depends on its bucket and those
 * before it.
 */
public interface CutOff {

    /**
     * @param start the bucket's start; buckets come in order
     * @param value what was observed, NaN for a gap, which is never an anomaly
     * @param judgement what the detector said of the value
     */
    Verdict next(Instant start, double value, Judgement judgement);
}
