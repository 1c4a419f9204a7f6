package io.flowtide.core.scoring;

import io.flowtide.core.model.Judgement;
import io.flowtide.core.model.Moments;
import io.flowtide.core.model.ScoreLevels;
import java.time.Instant;

/**
 * The cut-off of the original system: a score beyond {@code mean + k·std} of earlier scores is an anomaly, of medium
 * severity beyond {@code 1.5 k} deviations and of high severity beyond {@code 2 k}. Which scores count as earlier is the
 * {@link ScoreMemory}'s choice. Without two of them there is no threshold.
 */
final class DeviationCutOff implements CutOff {

    private static final double MEDIUM = 1.5;
    private static final double HIGH = 2;

    private final double deviations;
    private final ScoreMemory memory;

    DeviationCutOff(double deviations, ScoreMemory memory) {
        this.deviations = deviations;
        this.memory = memory;
    }

    @Override
    public Verdict next(Instant start, double value, Judgement judgement) {
        Moments before = memory.before(start);
        Verdict verdict =
                before.count() < 2 ? Verdict.calm(Double.NaN) : Levels.verdict(levels(before), value, judgement);
        if (!Double.isNaN(value)) {
            memory.add(judgement.score());
        }
        return verdict;
    }

    private ScoreLevels levels(Moments before) {
        double step = deviations * before.standardDeviation();
        // The least number above the mean, so that scores which never differed do not all lie "beyond" it.
        double low = Math.max(before.mean() + step, Math.nextUp(before.mean()));
        return new ScoreLevels(
                low, Math.max(before.mean() + MEDIUM * step, low), Math.max(before.mean() + HIGH * step, low));
    }
}
