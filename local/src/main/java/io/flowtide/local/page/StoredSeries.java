package io.flowtide.local.page;

import io.flowtide.aws.ClosingTable;
import io.flowtide.aws.SeriesTable;
import io.flowtide.core.join.KnownSeries;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.local.Suite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The closed slots in the Series table, a day at a time. The last two days are read again at every look, the others only
 * now and then: a late record may still change them.
 */
final class StoredSeries {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration READ_AGAIN = Duration.ofMinutes(1);

    private final SeriesTable series;
    private final ClosingTable closing;
    private final int shards;
    private final Clock clock;
    private final NavigableMap<Instant, Day> days = new TreeMap<>();

    private record Day(Instant read, SortedMap<SeriesId, TimeSeries> series) {}

    StoredSeries(Suite suite, Clock clock) {
        String table = suite.wiring().table("series");
        Duration longestSilence =
                suite.setting("FLOWTIDE_ALERT_MAX_AGE").map(Duration::parse).orElse(DAY);
        this.series = new SeriesTable(suite.dynamoDb(), table, longestSilence);
        this.closing = new ClosingTable(suite.dynamoDb(), table);
        this.shards = suite.setting("FLOWTIDE_SHARDS").map(Integer::parseInt).orElse(1);
        this.clock = clock;
    }

    /** What is known, by series. */
    private SortedMap<SeriesId, KnownSeries> known() {
        SortedMap<SeriesId, KnownSeries> known = new TreeMap<>();
        for (int shard = 0; shard < shards; shard++) {
            known.putAll(series.known(shard));
        }
        return known;
    }

    Set<SeriesId> names() {
        return known().keySet();
    }

    /** The end of the last closed slot. */
    Optional<Instant> end() {
        return closing.load().frontier().closed().map(Slot::end);
    }

    /** The buckets of a series in {@code [from, to)} that are closed. */
    synchronized NavigableMap<Instant, Bucket> buckets(SeriesId id, Instant from, Instant to) {
        NavigableMap<Instant, Bucket> buckets = new TreeMap<>();
        Instant first = Optional.ofNullable(known().get(id))
                .map(known -> known.first().start())
                .filter(start -> start.isAfter(from))
                .orElse(from);
        for (Instant day = first.truncatedTo(ChronoUnit.DAYS); day.isBefore(to); day = day.plus(DAY)) {
            Optional.ofNullable(day(day, to).get(id)).ifPresent(part -> add(part.between(from, to), buckets));
        }
        return buckets;
    }

    private static void add(TimeSeries part, NavigableMap<Instant, Bucket> buckets) {
        for (int i = 0; i < part.size(); i++) {
            if (!part.values().isMissing(i)) {
                buckets.put(part.time(i), Bucket.observed(part.values().get(i)));
            }
        }
    }

    private SortedMap<SeriesId, TimeSeries> day(Instant start, Instant end) {
        Instant now = clock.instant();
        Instant freshEnough = start.isBefore(end.minus(DAY.multipliedBy(2))) ? now.minus(READ_AGAIN) : now;
        Day known = days.get(start);
        if (known != null && !known.read().isBefore(freshEnough)) {
            return known.series();
        }
        Instant to = start.plus(DAY).isBefore(end) ? start.plus(DAY) : end;
        Day read = new Day(now, read(start, to));
        days.put(start, read);
        return read.series();
    }

    private SortedMap<SeriesId, TimeSeries> read(Instant from, Instant to) {
        SortedMap<SeriesId, TimeSeries> all = new TreeMap<>();
        for (int shard = 0; shard < shards; shard++) {
            all.putAll(series.history(shard, from, to));
        }
        return all;
    }
}
