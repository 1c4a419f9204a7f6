package io.flowtide.core.dependency;

import io.flowtide.core.series.Spreading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts per hour and pair of services while records are read. Nothing is allocated per record: each hour and pair has one
 * row of numbers. What finds no room counts for {@link Pair#OTHER} of its hour.
 */
public final class DependencyCounts {

    /** Hours x pairs that are told apart, about 6 MB. */
    static final int CAPACITY = 50_000;

    private static final int SECONDS_PER_HOUR = 3600;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int OTHER = -1;

    /** Where in a row what is. */
    private static final int HOUR = 0;

    private static final int PAIR = 1;
    private static final int RECORDS = 2;
    private static final int BYTES = 3;
    private static final int ACCEPTED = 4;
    private static final int REJECTED = 5;
    private static final int FIRST = 6;
    private static final int LAST = 7;
    private static final int NUMBERS = 8;

    private final List<String> services;
    private final int capacity;
    private final List<long[]> rows = new ArrayList<>();
    private long[][] places = new long[64][];
    private long[] recent = new long[NUMBERS];

    /** @param services their names by number */
    public DependencyCounts(List<String> services) {
        this(services, CAPACITY);
    }

    DependencyCounts(List<String> services, int capacity) {
        this.services = services;
        this.capacity = capacity;
        recent[HOUR] = Long.MIN_VALUE;
    }

    /**
     * Counts one record.
     *
     * @param start seconds since the epoch
     * @param end seconds since the epoch, not before {@code start}
     * @param source the number of the sender's service
     * @param destination the number of the receiver's service
     * @param action the first letter of {@code ACCEPT} or {@code REJECT}, anything else when it is not known
     */
    public void add(long start, long end, int source, int destination, long bytes, byte action) {
        long[] row = row(start / SECONDS_PER_HOUR, (long) source << 32 | destination);
        row[RECORDS]++;
        row[BYTES] = Spreading.sum(row[BYTES], bytes);
        row[ACCEPTED] += action == 'A' ? 1 : 0;
        row[REJECTED] += action == 'R' ? 1 : 0;
        row[FIRST] = Math.min(row[FIRST], start);
        row[LAST] = Math.max(row[LAST], end);
    }

    private long[] row(long hour, long pair) {
        if (recent[HOUR] == hour && recent[PAIR] == pair) {
            return recent;
        }
        int place = place(hour, pair);
        if (places[place] == null) {
            boolean full = rows.size() >= capacity;
            if (full && pair != OTHER) {
                return row(hour, OTHER);
            }
            place = insert(hour, pair);
        }
        recent = places[place];
        return recent;
    }

    /** Where the row is, or would be. */
    private int place(long hour, long pair) {
        int mask = places.length - 1;
        int place = (int) ((hour * MIX ^ pair) * MIX >>> 32) & mask;
        while (places[place] != null && (places[place][HOUR] != hour || places[place][PAIR] != pair)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private int insert(long hour, long pair) {
        if (rows.size() * 2 >= places.length) {
            places = new long[places.length * 2][];
            rows.forEach(row -> places[place(row[HOUR], row[PAIR])] = row);
        }
        long[] row = new long[NUMBERS];
        row[HOUR] = hour;
        row[PAIR] = pair;
        row[FIRST] = Long.MAX_VALUE;
        row[LAST] = Long.MIN_VALUE;
        rows.add(row);
        int place = place(hour, pair);
        places[place] = row;
        return place;
    }

    /** What was counted, by the start of the hour. */
    public SortedMap<Instant, SortedMap<Pair, Traffic>> hours() {
        SortedMap<Instant, SortedMap<Pair, Traffic>> hours = new TreeMap<>();
        rows.forEach(
                row -> hours.computeIfAbsent(Instant.EPOCH.plus(row[HOUR], ChronoUnit.HOURS), absent -> new TreeMap<>())
                        .merge(pair(row[PAIR]), traffic(row), Traffic::plus));
        return hours;
    }

    private Pair pair(long pair) {
        return pair == OTHER ? Pair.OTHER : new Pair(services.get((int) (pair >>> 32)), services.get((int) pair));
    }

    private static Traffic traffic(long[] row) {
        return new Traffic(
                row[RECORDS],
                row[BYTES],
                row[ACCEPTED],
                row[REJECTED],
                Instant.ofEpochSecond(row[FIRST]),
                Instant.ofEpochSecond(row[LAST]));
    }
}
