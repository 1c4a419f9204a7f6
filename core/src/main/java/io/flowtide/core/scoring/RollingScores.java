package io.flowtide.core.scoring;

import io.flowtide.core.model.Moments;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last so many scores. */
final class RollingScores implements ScoreMemory {

    private final int size;
    private final Deque<Double> scores = new ArrayDeque<>();

    RollingScores(int size) {
        this.size = size;
    }

    @Override
    public Moments before(Instant start) {
        // Summed afresh each time: a running sum would keep the rounding errors of scores that have long left.
        Moments moments = new Moments();
        scores.forEach(moments::add);
        return moments;
    }

    @Override
    public void add(double score) {
        if (scores.size() == size) {
            scores.removeFirst();
        }
        scores.addLast(score);
    }
}
