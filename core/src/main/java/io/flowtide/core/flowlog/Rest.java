package io.flowtide.core.flowlog;

import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import java.util.List;

/**
 * What was not told apart, because there is a bound on the number of series.
 *
 * @param series the series that holds it: {@code requests/dstport=other}
 * @param thousandths how much it holds
 * @param ofThousandths how much its metric counted in all
 */
public record Rest(SeriesId series, long thousandths, long ofThousandths) {

    /** What was summed as {@code other}, by series; nothing of what is empty. */
    public static List<Rest> in(MinuteCounts counts) {
        return counts.slots().values().stream()
                .flatMap(row -> row.keySet().stream())
                .filter(series -> series.name().endsWith("=" + ValueTable.OTHER))
                .distinct()
                .sorted()
                .map(series -> new Rest(
                        series,
                        counts.totalThousandths(series),
                        counts.totalThousandths(SeriesId.total(series.metric()))))
                .filter(rest -> rest.thousandths > 0)
                .toList();
    }

    /** {@code requests/dstport=other has 12.5 % of all}. */
    @Override
    public String toString() {
        return "%s has %.1f %% of all".formatted(series, 100.0 * thousandths / ofThousandths);
    }
}
