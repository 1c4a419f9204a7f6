package io.flowtide.core.scoring;

import io.flowtide.core.model.Judgement;
import io.flowtide.core.model.ScoreLevels;
import java.time.Instant;

/** The same levels for every bucket. */
final class FixedCutOff implements CutOff {

    private final ScoreLevels levels;

    FixedCutOff(ScoreLevels levels) {
        this.levels = levels;
    }

    @Override
    public Verdict next(Instant start, double value, Judgement judgement) {
        return Levels.verdict(levels, value, judgement);
    }
}
