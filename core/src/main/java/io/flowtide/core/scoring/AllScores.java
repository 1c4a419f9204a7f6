package io.flowtide.core.scoring;

import io.flowtide.core.model.Moments;
import java.time.Instant;

/** Every score so far. */
final class AllScores implements ScoreMemory {

    private final Moments moments = new Moments();

    @Override
    public Moments before(Instant start) {
        return moments;
    }

    @Override
    public void add(double score) {
        moments.add(score);
    }
}
