package io.flowtide.functions.cutoffscorer;

import io.flowtide.aws.RunningMoments;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.model.Moments;
import io.flowtide.core.scoring.CutOff;
import io.flowtide.core.scoring.CutOffs;
import io.flowtide.core.scoring.Findings;
import io.flowtide.core.scoring.SeriesPolicies;
import io.flowtide.core.scoring.SeriesPolicies.SeriesPolicy;
import io.flowtide.core.scoring.Verdicts;
import java.time.Duration;
import java.time.Instant;

/** Holds the rows of a window against the cut-off of their series. */
final class Judge {

    private static final Duration DAY = Duration.ofDays(1);

    private final SeriesPolicies policies;
    private final RunningMoments moments;

    Judge(SeriesPolicies policies, RunningMoments moments) {
        this.policies = policies;
        this.moments = moments;
    }

    Findings findings(ScoredWindow window, ScoredWindow.Row row, ObjectVersion object) {
        SeriesPolicy policy = policies.of(row.id());
        CutOff fresh = CutOffs.parse(
                policy.cutOff(), row.model().detector(), window.zone(), earlier(window, row, policy.cutOff()));
        return new Verdicts(policy.incidents().relevance()).of(window, row, object, fresh);
    }

    /**
     * The moments of all scores before the row, where the cut-off goes by them. A row of the stream begins with a UTC day;
     * once that day is over its scores are added to what is kept, for the rows that begin with the next one.
     */
    private Moments earlier(ScoredWindow window, ScoredWindow.Row row, String cutOff) {
        if (!CutOffs.remembers(cutOff) || window.origin() == Origin.UPLOAD) {
            return new Moments();
        }
        RunningMoments.Known known = moments.before(row.id(), row.start());
        if (!known.complete() && !window.to().isBefore(row.start().plus(DAY))) {
            moments.keep(row.id(), row.start(), withFirstDay(known.before(), window, row));
        }
        return known.before();
    }

    private static Moments withFirstDay(Moments before, ScoredWindow window, ScoredWindow.Row row) {
        Moments sum = before.copy();
        Instant end = row.start().plus(DAY);
        for (int i = 0; i < row.scores().size(); i++) {
            boolean ofDay = row.start().plus(window.width().multipliedBy(i)).isBefore(end);
            if (ofDay && !Double.isNaN(row.scores().get(i)) && !row.values().isMissing(i)) {
                sum.add(row.scores().get(i));
            }
        }
        return sum;
    }
}
