package io.flowtide.core.scoring;

import io.flowtide.core.model.Moments;
import java.time.Instant;

/** Every score so far, those of earlier windows among them. */
final class AllScores implements ScoreMemory {

    private final Moments moments;

    /** @param earlier of the scores before the first one */
    AllScores(Moments earlier) {
        this.moments = earlier.copy();
    }

    @Override
    public Moments before(Instant start) {
        return moments;
    }

    @Override
    public void add(double score) {
        moments.add(score);
    }
}
