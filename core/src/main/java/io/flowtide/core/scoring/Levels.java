package io.flowtide.core.scoring;

import io.flowtide.core.model.Judgement;
import io.flowtide.core.model.ScoreLevels;

/** Holds a judgement against levels. */
final class Levels {

    private Levels() {}

    static Verdict verdict(ScoreLevels levels, double value, Judgement judgement) {
        double score = judgement.score();
        if (Double.isNaN(value) || !(score >= levels.low())) {
            return Verdict.calm(levels.low());
        }
        return Verdict.anomalous(levels.low(), severity(levels, score), Directions.of(value, judgement));
    }

    private static Severity severity(ScoreLevels levels, double score) {
        if (score >= levels.high()) {
            return Severity.HIGH;
        }
        return score >= levels.medium() ? Severity.MEDIUM : Severity.LOW;
    }
}
