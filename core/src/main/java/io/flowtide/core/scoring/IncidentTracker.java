package io.flowtide.core.scoring;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Turns what windows say of a series into incidents, and says what people are to be told of them. Pure: the same log,
 * findings and time give the same log.
 *
 * <p>Windows may come late, twice, overlapping and in any order. A window replaces what was known of its buckets; what is
 * known then decides, so that the way by which it became known does not matter. Incidents that turn out to be one are
 * joined, and are never parted again.
 */
public final class IncidentTracker {

    /** Buckets that lie further back than this from the youngest one are settled, unless people are told of older ones. */
    private static final Duration MEMORY = Duration.ofDays(1);

    /** How many settled incidents are kept. */
    static final int KEPT = 20;

    /** How many anomalous buckets are kept one by one. */
    static final int LIVE = 400;

    /** How many incidents of one upload are told: the worst. */
    static final int TOLD_OF_AN_UPLOAD = 20;

    private final IncidentPolicy policy;

    public IncidentTracker(IncidentPolicy policy) {
        this.policy = policy;
    }

    /**
     * @param log what is remembered of the series
     * @param window what a window says of it
     * @param now the time of day, for the age of a bucket and for words like "since 08:30"
     * @return what is remembered now; its pending messages grew by what people are to be told
     */
    public IncidentLog update(IncidentLog log, Findings window, Instant now) {
        Findings news = window.since(firstThatCounts(log, window, now));
        Coverage judged = log.judged().plus(news.judged());
        Announcer announcer = new Announcer(policy, news, judged, now);
        List<Incident> incidents = told(worth(joined(corrected(log, news), news, announcer), news), announcer);
        List<AnomalyDetected> pending = Stream.concat(log.pending().stream(), announcer.messages().stream())
                .toList();
        Instant horizon = crowded(incidents, horizon(log, window, now));
        return new IncidentLog(
                log.schema(), log.series(), horizon, judged.since(horizon), kept(incidents, horizon, news), pending);
    }

    private Instant firstThatCounts(IncidentLog log, Findings window, Instant now) {
        Instant oldest = now.minus(policy.maximumAge());
        boolean ageless = window.origin() == Origin.UPLOAD || oldest.isBefore(log.horizon());
        return ageless ? log.horizon() : oldest;
    }

    private static Stream<Incident> corrected(IncidentLog log, Findings news) {
        Stream<Incident> known = log.incidents().stream().map(incident -> incident.without(news.judged()));
        Stream<Incident> fresh = news.anomalies().stream().map(anomaly -> Incident.begin(news.series(), anomaly));
        return Stream.concat(known, fresh);
    }

    private List<Incident> joined(Stream<Incident> incidents, Findings news, Announcer announcer) {
        Duration rest = policy.rest(news.width());
        List<Incident> joined = new ArrayList<>();
        incidents
                .sorted(Comparator.comparing(incident -> incident.total().start()))
                .forEach(next -> {
                    int last = joined.size() - 1;
                    if (last >= 0 && joined.get(last).reaches(next, rest)) {
                        joined.set(last, join(joined.get(last), next, announcer));
                    } else {
                        joined.add(next);
                    }
                });
        return joined.stream().map(Incident::summed).toList();
    }

    private static Incident join(Incident earlier, Incident later, Announcer announcer) {
        Incident both = earlier.join(later);
        if (earlier.told().anything() && later.told().anything()) {
            announcer.absorbed(later, both);
        }
        return both;
    }

    /** Of an upload's new incidents only the worst: nobody reads a hundred messages about one file. */
    private static List<Incident> worth(List<Incident> incidents, Findings news) {
        if (news.origin() == Origin.STREAM || incidents.size() <= TOLD_OF_AN_UPLOAD) {
            return incidents;
        }
        Collection<Incident> worst = incidents.stream()
                .sorted(Comparator.comparing(
                                (Incident incident) -> incident.total().severity())
                        .thenComparing(incident -> incident.total().peak().score())
                        .reversed())
                .limit(TOLD_OF_AN_UPLOAD)
                .toList();
        return incidents.stream().filter(worst::contains).toList();
    }

    private static List<Incident> told(List<Incident> incidents, Announcer announcer) {
        return incidents.stream().map(announcer::tell).toList();
    }

    /** An upload is whole: nothing follows that could change it. A bucket from the future makes nothing else old. */
    private Instant horizon(IncidentLog log, Findings window, Instant now) {
        Duration memory = policy.maximumAge().compareTo(MEMORY) > 0 ? policy.maximumAge() : MEMORY;
        Instant youngest = window.end().isAfter(now) ? now : window.end();
        Instant horizon = window.origin() == Origin.UPLOAD ? window.end() : youngest.minus(memory);
        return horizon.isAfter(log.horizon()) ? horizon : log.horizon();
    }

    /** Moved on, where more single buckets than that lie behind the horizon. */
    private static Instant crowded(List<Incident> incidents, Instant horizon) {
        List<Instant> live = incidents.stream()
                .flatMap(incident -> incident.stretches().stream())
                .map(Stretch::start)
                .filter(start -> !start.isBefore(horizon))
                .sorted(Comparator.reverseOrder())
                .toList();
        return live.size() <= LIVE ? horizon : live.get(LIVE - 1);
    }

    private List<Incident> kept(List<Incident> incidents, Instant horizon, Findings news) {
        Duration rest = policy.rest(news.width());
        List<Incident> kept = new ArrayList<>();
        for (int i = 0; i < incidents.size(); i++) {
            Incident incident = incidents.get(i).settled(horizon);
            boolean alive = incident.total().end().plus(rest).isAfter(horizon);
            if (alive || i >= incidents.size() - KEPT) {
                kept.add(incident);
            }
        }
        return kept;
    }
}
