package io.flowtide.core.training;

import io.flowtide.core.series.TimeSeries;
import java.util.List;

/**
 * A history, and what of it can be learned from.
 *
 * @param history as it was given
 * @param usable the same buckets: what is excluded is NaN, what was scaled is scaled back
 * @param findings what was excluded or scaled, in order of time
 */
public record Inspection(TimeSeries history, TimeSeries usable, List<Finding> findings) {

    public Inspection {
        findings = List.copyOf(findings);
    }

    /** The share of the given values that is used, 0 to 1; 1 of a history without values. */
    public double usedShare() {
        long given = history.values().stream().filter(Double::isFinite).count();
        long used = usable.values().stream().filter(Double::isFinite).count();
        return given == 0 ? 1 : used / (double) given;
    }
}
