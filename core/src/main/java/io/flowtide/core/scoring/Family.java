package io.flowtide.core.scoring;

import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The series of one window. Those that move the same way at the same time are one incident: people are told of the first
 * of them, how bad the worst of them is, and which carry it; that the others moved as well is kept, but not told.
 *
 * <p>First are totals, of requests before bytes before packets before others, then the parts by name: the same in every
 * window, whatever moves in it.
 */
public final class Family {

    /** From this share of the difference on, a part is said to carry it. */
    private static final double CARRIES = 0.5;
    /** A part that always has most of the traffic has to have more of the difference than that. */
    private static final double MORE_THAN_USUAL = 0.1;
    /** Whoever reads of more dimensions reads no further. */
    private static final int MOST_CARRIERS = 3;

    private static final List<String> METRICS = List.of("requests", "bytes", "packets");

    private static final Comparator<SeriesId> RANK = Comparator.comparing((SeriesId series) -> !isTotal(series))
            .thenComparing(
                    series -> METRICS.contains(series.metric()) ? METRICS.indexOf(series.metric()) : METRICS.size())
            .thenComparing(Comparator.naturalOrder());

    private final List<Findings> ranked;
    private final Map<SeriesId, ScoredWindow.Row> rows;
    private final Duration rest;

    /**
     * @param window the window
     * @param findings what it says of each of its series
     * @param policy how near to each other in time is together
     */
    public Family(ScoredWindow window, List<Findings> findings, IncidentPolicy policy) {
        this.ranked = findings.stream()
                .sorted(Comparator.comparing(Findings::series, RANK))
                .toList();
        this.rows = window.series().stream()
                .collect(Collectors.toMap(ScoredWindow.Row::id, Function.identity(), (first, again) -> first));
        this.rest = policy.rest(window.width());
    }

    /** The series in their order. */
    public List<SeriesId> series() {
        return ranked.stream().map(Findings::series).toList();
    }

    /** The totals that stand before a series. */
    public List<SeriesId> totalsBefore(SeriesId series) {
        return series().stream()
                .takeWhile(before -> !before.equals(series))
                .filter(Family::isTotal)
                .toList();
    }

    /** What is to be told of one of the series, as a member of its family. */
    public Findings related(SeriesId series) {
        int place = series().indexOf(series);
        List<Findings> before = ranked.subList(0, place);
        List<Findings> after = ranked.subList(place + 1, ranked.size());
        Findings heard = ranked.get(place).muted(anomaly -> before.stream().anyMatch(leader -> leads(leader, anomaly)));
        if (!heard.isAudible()) {
            return heard;
        }
        List<SeriesId> parts = after.stream()
                .filter(follower -> follower.anomalies().stream().anyMatch(anomaly -> leads(heard, anomaly)))
                .map(Findings::series)
                .toList();
        return heard.map(anomaly -> worst(anomaly, after)).with(new Company(carriers(heard), parts));
    }

    /** Without what belongs to an incident of a total that people know. */
    public Findings following(Findings findings, List<Incident> ofTotal) {
        return findings.muted(anomaly -> ofTotal.stream()
                .filter(incident -> incident.told().anything())
                .map(Incident::total)
                .anyMatch(total -> sameWay(total, anomaly)
                        && anomaly.start().isBefore(total.end().plus(rest))
                        && anomaly.end().plus(rest).isAfter(total.start())));
    }

    private boolean leads(Findings leader, Stretch follower) {
        return leader.anomalies().stream()
                .filter(anomaly -> anomaly.audible().anything())
                .anyMatch(anomaly -> together(anomaly, follower));
    }

    private boolean together(Stretch one, Stretch other) {
        return sameWay(one, other)
                && Duration.between(one.start(), other.start()).abs().compareTo(rest) < 0;
    }

    private static boolean sameWay(Stretch one, Stretch other) {
        return Math.signum(one.excess()) == Math.signum(other.excess());
    }

    private Stretch worst(Stretch anomaly, List<Findings> followers) {
        return followers.stream()
                .flatMap(follower -> follower.anomalies().stream())
                .filter(follower -> follower.audible().anything() && together(anomaly, follower))
                .map(Stretch::severity)
                .max(Comparator.naturalOrder())
                .map(anomaly::atLeast)
                .orElse(anomaly);
    }

    private static boolean isTotal(SeriesId series) {
        return series.dimension().equals(SeriesId.ALL);
    }

    /** The part of each dimension that carries most. */
    private List<Carrier> carriers(Findings total) {
        if (!isTotal(total.series())) {
            return List.of();
        }
        List<Instant> buckets = total.anomalies().stream().map(Stretch::start).toList();
        Sums whole = Sums.of(rows.get(total.series()), buckets, total.width());
        Comparator<Carrier> byShare = Comparator.comparing(Carrier::share).thenComparing(Carrier::dimension);
        return rows.values().stream()
                .filter(row -> !row.id().equals(total.series())
                        && row.id().metric().equals(total.series().metric()))
                .map(row -> carrier(row.id(), Sums.of(row, buckets, total.width()), whole))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Carrier::kind, Function.identity(), BinaryOperator.maxBy(byShare)))
                .values()
                .stream()
                .sorted(byShare.reversed())
                .limit(MOST_CARRIERS)
                .toList();
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
