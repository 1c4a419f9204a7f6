package io.flowtide.core.dependency;

import io.flowtide.core.services.ServiceMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a pair that was never seen before is news. At first everything is new, so that nothing is; and what happened long
 * ago is history.
 *
 * @param learning how long pairs are only learned, from the first record ever seen
 * @param alertMaxAge pairs whose last record is older are learned as well
 */
public record NewPairRules(Duration learning, Duration alertMaxAge) {

    /**
     * The pairs of a table that are not known yet.
     *
     * @param table an hour of the dependency table
     */
    public SortedMap<Pair, KnownPair> unknown(SortedMap<Pair, Traffic> table, Map<Pair, KnownPair> known, Instant now) {
        Instant begin = known.values().stream()
                .map(KnownPair::first)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        SortedMap<Pair, KnownPair> unknown = new TreeMap<>();
        table.forEach((pair, traffic) -> {
            if (!known.containsKey(pair)) {
                boolean news = isTellable(pair) && isLearned(begin, traffic) && isYoung(traffic, now);
                unknown.put(pair, new KnownPair(traffic.first(), traffic.first(), news));
            }
        });
        return unknown;
    }

    private boolean isLearned(Instant begin, Traffic traffic) {
        return begin.isBefore(traffic.first()) && !traffic.first().isBefore(begin.plus(learning));
    }

    private boolean isYoung(Traffic traffic, Instant now) {
        return !traffic.last().isBefore(now.minus(alertMaxAge));
    }

    /** That two strangers talk says nothing; neither does what was not told apart. */
    private static boolean isTellable(Pair pair) {
        boolean strangers =
                pair.source().equals(ServiceMap.UNMAPPED) && pair.destination().equals(ServiceMap.UNMAPPED);
        return !strangers && !pair.equals(Pair.OTHER);
    }
}
