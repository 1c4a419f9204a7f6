package io.flowtide.core.flowlog;

import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Spreading;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * Counts records per group and minute. A group is everything ({@link #ALL}) or one value of a dimension. Nothing is
 * allocated per record: each group has one page of numbers per slot.
 */
final class Tally {

    /** The group that every record belongs to. */
    static final int ALL = 0;

    private static final int SECONDS_PER_MINUTE = 60;
    /** Numbers per minute: requests, bytes, packets, in thousandths. */
    private static final int COUNTS = 3;

    private final Spread spread;
    private final SlotRows rows = new SlotRows();
    private final int capacity;
    private final Deque<Integer> freeGroups = new ArrayDeque<>();
    private int groups = 1;
    private int pages;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    /** @param capacity the greatest number of groups x slots */
    Tally(Spread spread, int capacity) {
        this.spread = spread;
        this.capacity = capacity;
    }

    /** The time that all records cover; empty when there was none. */
    Optional<TimeRange> times() {
        return latest < earliest
                ? Optional.empty()
                : Optional.of(new TimeRange(Instant.ofEpochSecond(earliest), Instant.ofEpochSecond(latest)));
    }

    /** A group that nothing belongs to yet. */
    int newGroup() {
        return freeGroups.isEmpty() ? groups++ : freeGroups.remove();
    }

    /**
     * Counts one record, spread over {@code [start, max(end, start + 1))} seconds.
     *
     * @param groups the groups that the record belongs to, in the first {@code count} places
     * @return false, and nothing is counted, when there is no room for the slots of this record
     */
    boolean add(long start, long end, long requests, long bytes, long packets, int[] groups, int count) {
        long from = spread == Spread.OVERALL ? 0 : start;
        long until = spread == Spread.PROPORTIONAL ? Math.max(end, from + 1) : from + 1;
        long first = from / SECONDS_PER_MINUTE;
        long last = (until - 1) / SECONDS_PER_MINUTE;
        if (!hasRoom(first / Slot.MINUTES, last / Slot.MINUTES, groups, count)) {
            return false;
        }
        earliest = Math.min(earliest, start);
        latest = Math.max(latest, end);
        long manyRequests = requests * Spreading.THOUSANDTHS;
        long manyBytes = bytes * Spreading.THOUSANDTHS;
        long manyPackets = packets * Spreading.THOUSANDTHS;
        if (first == last) {
            addMinute(first, manyRequests, manyBytes, manyPackets, groups, count);
        } else {
            spread(start, until, manyRequests, manyBytes, manyPackets, groups, count);
        }
        return true;
    }

    private void spread(long start, long until, long requests, long bytes, long packets, int[] groups, int count) {
        long duration = until - start;
        long requestsBefore = 0;
        long bytesBefore = 0;
        long packetsBefore = 0;
        long minute = start / SECONDS_PER_MINUTE;
        for (long edge = (minute + 1) * SECONDS_PER_MINUTE; edge < until; edge += SECONDS_PER_MINUTE) {
            long elapsed = edge - start;
            long requestsThen = Spreading.cumulative(requests, elapsed, duration);
            long bytesThen = Spreading.cumulative(bytes, elapsed, duration);
            long packetsThen = Spreading.cumulative(packets, elapsed, duration);
            addMinute(
                    minute,
                    requestsThen - requestsBefore,
                    bytesThen - bytesBefore,
                    packetsThen - packetsBefore,
                    groups,
                    count);
            minute++;
            requestsBefore = requestsThen;
            bytesBefore = bytesThen;
            packetsBefore = packetsThen;
        }
        addMinute(minute, requests - requestsBefore, bytes - bytesBefore, packets - packetsBefore, groups, count);
    }

    private void addMinute(long minute, long requests, long bytes, long packets, int[] groups, int count) {
        long slot = minute / Slot.MINUTES;
        int at = (int) (minute - slot * Slot.MINUTES) * COUNTS;
        for (int i = 0; i < count; i++) {
            long[] page = page(slot, groups[i]);
            page[at] = Spreading.sum(page[at], requests);
            page[at + 1] = Spreading.sum(page[at + 1], bytes);
            page[at + 2] = Spreading.sum(page[at + 2], packets);
        }
    }

    private long[] page(long slot, int group) {
        long[][] row = rows.row(slot, group);
        long[] page = row[group];
        return page == null ? newPage(row, group) : page;
    }

    private long[] newPage(long[][] row, int group) {
        pages++;
        row[group] = new long[Slot.MINUTES * COUNTS];
        return row[group];
    }

    private boolean hasRoom(long firstSlot, long lastSlot, int[] groups, int count) {
        return pages + (lastSlot - firstSlot + 1) * count <= capacity
                || pages + missing(firstSlot, lastSlot, groups, count) <= capacity;
    }

    private long missing(long firstSlot, long lastSlot, int[] groups, int count) {
        long missing = 0;
        for (long slot = firstSlot; slot <= lastSlot; slot++) {
            for (int i = 0; i < count; i++) {
                missing += rows.has(slot, groups[i]) ? 0 : 1;
            }
        }
        return missing;
    }

    /** Adds all that {@code from} has to {@code into}, and gives {@code from} up. */
    void fold(int from, int into) {
        rows.forEach((slot, row) -> {
            if (from < row.length && row[from] != null) {
                long[] page = row[from];
                row[from] = null;
                pages--;
                addPage(page(slot, into), page);
            }
        });
        freeGroups.add(from);
    }

    private static void addPage(long[] into, long[] page) {
        for (int i = 0; i < page.length; i++) {
            into[i] = Spreading.sum(into[i], page[i]);
        }
    }

    /**
     * Hands on what a group has.
     *
     * @param dimension what follows the slash in the names of its series: {@code all}, {@code action=REJECT}
     */
    void drain(int group, String dimension, Set<Metric> metrics, MinuteCounts into) {
        for (Metric metric : metrics) {
            SeriesId series = new SeriesId(metric.seriesName() + "/" + dimension);
            rows.forEach((slot, row) -> {
                if (group < row.length && row[group] != null) {
                    Slot start = new Slot(Instant.ofEpochSecond(slot * Slot.MINUTES * SECONDS_PER_MINUTE));
                    into.addSlot(series, start, minutes(row[group], metric));
                }
            });
        }
    }

    private static long[] minutes(long[] page, Metric metric) {
        long[] minutes = new long[Slot.MINUTES];
        for (int minute = 0; minute < minutes.length; minute++) {
            minutes[minute] = page[minute * COUNTS + metric.ordinal()];
        }
        return minutes;
    }
}
