package io.flowtide.cli;

import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes counts as {@code bucket_start,series,value}, by time and then by series. Silence is data: every series has a row
 * in every bucket from the first record to the last, with 0 where there was none, except where there was no record at all
 * for more than a day.
 */
final class CountTable {

    private static final Duration LONGEST_SILENCE = Duration.ofDays(1);
    private static final long SECONDS_PER_MINUTE = 60;

    private final PrintWriter out;
    private final long width;
    private final boolean sparse;
    private final SortedMap<SeriesId, Long> bucket = new TreeMap<>();
    private long current = Long.MIN_VALUE;

    /**
     * @param width whole minutes that divide the day
     * @param sparse leaves out the zeros
     */
    CountTable(PrintWriter out, Duration width, boolean sparse) {
        this.out = out;
        this.width = width.toSeconds();
        this.sparse = sparse;
    }

    void write(MinuteCounts counts) {
        out.print("bucket_start,series,value\n");
        if (counts.isEmpty()) {
            return;
        }
        SortedMap<Slot, SortedMap<SeriesId, Values>> slots = counts.slots();
        names(slots).forEach(series -> bucket.put(series, 0L));
        long first = counts.firstMinute().getEpochSecond();
        long last = counts.lastMinute().getEpochSecond();
        Slot slot = slots.firstKey();
        for (Map.Entry<Slot, SortedMap<SeriesId, Values>> row : slots.entrySet()) {
            slot = isBreak(slot, row.getKey()) ? row.getKey() : slot;
            for (; slot.compareTo(row.getKey()) < 0; slot = slot.next()) {
                add(slot, new TreeMap<>(), first, last);
            }
            add(slot, row.getValue(), first, last);
            slot = slot.next();
        }
        flush();
    }

    private static SortedSet<SeriesId> names(SortedMap<Slot, SortedMap<SeriesId, Values>> slots) {
        SortedSet<SeriesId> names = new TreeSet<>();
        slots.values().forEach(row -> names.addAll(row.keySet()));
        return names;
    }

    private static boolean isBreak(Slot expected, Slot next) {
        return Duration.between(expected.start(), next.start()).compareTo(LONGEST_SILENCE) > 0;
    }

    private void add(Slot slot, SortedMap<SeriesId, Values> row, long first, long last) {
        for (int minute = 0; minute < Slot.MINUTES; minute++) {
            long second = slot.start().getEpochSecond() + minute * SECONDS_PER_MINUTE;
            if (second >= first && second <= last) {
                add(second, row, minute);
            }
        }
    }

    private void add(long second, SortedMap<SeriesId, Values> row, int minute) {
        long start = second - Math.floorMod(second, width);
        if (start != current) {
            flush();
            current = start;
        }
        row.forEach((series, values) -> bucket.merge(series, Math.round(values.get(minute) * 1000), Long::sum));
    }

    private void flush() {
        if (current == Long.MIN_VALUE) {
            return;
        }
        String start = Instant.ofEpochSecond(current).toString();
        for (Map.Entry<SeriesId, Long> count : bucket.entrySet()) {
            if (!sparse || count.getValue() != 0) {
                out.print(start + ',' + CsvText.field(count.getKey().name()) + ',' + decimal(count.getValue()) + '\n');
            }
            count.setValue(0L);
        }
    }

    private static String decimal(long thousandths) {
        return thousandths % 1000 == 0
                ? Long.toString(thousandths / 1000)
                : BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }
}
