package io.flowtide.core.scoring;

import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The total of a metric and its parts in one window. Where both move the same way, people are told of the total, and
 * which part carries it; that the part moved as well is kept, but not told.
 */
public final class Family {

    /** From this share of the difference on, a part is said to carry it. */
    private static final double CARRIES = 0.5;
    /** A part that always has most of the traffic has to have more of the difference than that. */
    private static final double MORE_THAN_USUAL = 0.1;

    private final Map<SeriesId, Findings> findings;
    private final Map<SeriesId, ScoredWindow.Row> rows;
    private final Duration rest;

    /**
     * @param window the window
     * @param findings what it says of each of its series
     * @param policy how near to each other in time is together
     */
    public Family(ScoredWindow window, List<Findings> findings, IncidentPolicy policy) {
        this.findings = findings.stream().collect(Collectors.toMap(Findings::series, Function.identity()));
        this.rows = window.series().stream()
                .collect(Collectors.toMap(ScoredWindow.Row::id, Function.identity(), (first, again) -> first));
        this.rest = policy.rest(window.width());
    }

    /** What is to be told of one of the series, as a member of its family. */
    public Findings related(SeriesId series) {
        Findings own = findings.get(series);
        SeriesId total = SeriesId.total(series.metric());
        if (series.equals(total)) {
            return own.carriedBy(carrier(own));
        }
        return findings.containsKey(total) ? own.muted(anomaly -> moves(findings.get(total), anomaly)) : own;
    }

    private boolean moves(Findings total, Stretch part) {
        return total.anomalies().stream()
                .filter(anomaly -> anomaly.audible().anything())
                .filter(anomaly -> Math.signum(anomaly.excess()) == Math.signum(part.excess()))
                .anyMatch(anomaly ->
                        Duration.between(anomaly.start(), part.start()).abs().compareTo(rest) < 0);
    }

    private Optional<Carrier> carrier(Findings total) {
        List<Instant> buckets = total.anomalies().stream().map(Stretch::start).toList();
        Sums whole = Sums.of(rows.get(total.series()), buckets, total.width());
        return rows.values().stream()
                .filter(row -> !row.id().equals(total.series())
                        && row.id().metric().equals(total.series().metric()))
                .map(row -> carrier(row.id(), Sums.of(row, buckets, total.width()), whole))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Carrier::share).thenComparing(Carrier::dimension));
    }

    private static Optional<Carrier> carrier(SeriesId part, Sums sums, Sums whole) {
        double share = sums.excess() / whole.excess();
        double usual = sums.expected() / whole.expected();
        boolean carries = share >= CARRIES && share >= usual + MORE_THAN_USUAL;
        return carries && Double.isFinite(share) ? Optional.of(new Carrier(part.dimension(), share)) : Optional.empty();
    }

    /** Sums over the anomalous buckets of the total. */
    private record Sums(double expected, double excess) {

        static Sums of(ScoredWindow.Row row, List<Instant> buckets, Duration width) {
            double expected = 0;
            double excess = 0;
            for (Instant bucket : buckets) {
                int index =
                        Math.toIntExact(Duration.between(row.start(), bucket).dividedBy(width));
                expected += row.expected().get(index);
                excess += row.values().get(index) - row.expected().get(index);
            }
            return new Sums(expected, excess);
        }
    }
}
