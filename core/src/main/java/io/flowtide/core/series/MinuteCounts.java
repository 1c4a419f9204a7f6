package io.flowtide.core.series;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Counts per series and minute, in thousandths. Whatever order the same counts are added in, and however they are split
 * over several of these that are then merged, the result is the same. Holds at most a given number of series x slots;
 * a sum beyond {@link Long#MAX_VALUE} thousandths stays there.
 */
public final class MinuteCounts {

    /** Series x slots that one holds unless told otherwise: 1,000 series over 40 hours, about 60 MB. */
    public static final int DEFAULT_CAPACITY = 500_000;

    private static final int SECONDS_PER_MINUTE = 60;

    private final SortedMap<Slot, Map<SeriesId, long[]>> slots = new TreeMap<>();
    private final int capacity;
    private int cells;

    public MinuteCounts() {
        this(DEFAULT_CAPACITY);
    }

    /** @param capacity the greatest number of series x slots, positive */
    public MinuteCounts(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Spreads {@code count} over {@code [startSecond, max(endSecond, startSecond + 1))}, as {@link #addThousandths}.
     *
     * @throws IllegalArgumentException when the count is negative or above {@link Spreading#LARGEST_COUNT}
     */
    public void add(SeriesId series, long startSecond, long endSecond, long count) {
        if (count > Spreading.LARGEST_COUNT) {
            throw new IllegalArgumentException("A count of " + count + " for " + series + " is beyond any network");
        }
        addThousandths(series, startSecond, endSecond, count * Spreading.THOUSANDTHS);
    }

    /**
     * Spreads {@code thousandths} in proportion over {@code [startSecond, max(endSecond, startSecond + 1))}. The shares
     * of the minutes sum to exactly what was given.
     *
     * @param startSecond seconds since the epoch
     * @throws IllegalArgumentException when the count is negative
     * @throws CapacityException when there is no room for a further slot or series
     */
    public void addThousandths(SeriesId series, long startSecond, long endSecond, long thousandths) {
        if (thousandths < 0) {
            throw new IllegalArgumentException(
                    "A count of " + thousandths + " thousandths for " + series + " is negative");
        }
        long end = Math.max(endSecond, startSecond + 1);
        long before = 0;
        for (long minute = Math.floorDiv(startSecond, SECONDS_PER_MINUTE); ; minute++) {
            long edge = Math.min((minute + 1) * SECONDS_PER_MINUTE, end);
            long until = Spreading.cumulative(thousandths, edge - startSecond, end - startSecond);
            addToMinute(series, minute, until - before);
            before = until;
            if (edge == end) {
                return;
            }
        }
    }

    /**
     * Adds to one minute.
     *
     * @param minute minutes since the epoch
     * @param thousandths not negative
     * @throws CapacityException when there is no room for a further slot or series
     */
    public void addToMinute(SeriesId series, long minute, long thousandths) {
        long[] cell = cell(Slot.holding(Instant.ofEpochSecond(minute * SECONDS_PER_MINUTE)), series);
        int index = (int) Math.floorMod(minute, (long) Slot.MINUTES);
        cell[index] = Spreading.sum(cell[index], thousandths);
    }

    /**
     * Adds to the minutes of a slot.
     *
     * @param thousandths one number per minute, none negative
     * @throws CapacityException when there is no room for a further slot or series
     */
    public void addSlot(SeriesId series, Slot slot, long[] thousandths) {
        mergeCell(cell(slot, series), thousandths);
    }

    private long[] cell(Slot slot, SeriesId series) {
        Map<SeriesId, long[]> row = slots.get(slot);
        long[] cell = row == null ? null : row.get(series);
        return cell == null ? newCell(slot, series) : cell;
    }

    private long[] newCell(Slot slot, SeriesId series) {
        if (cells == capacity) {
            throw new CapacityException(capacity);
        }
        cells++;
        long[] cell = new long[Slot.MINUTES];
        slots.computeIfAbsent(slot, absent -> new HashMap<>()).put(series, cell);
        return cell;
    }

    /**
     * Adds all of {@code other}.
     *
     * @throws CapacityException when there is no room for a further slot or series
     */
    public void merge(MinuteCounts other) {
        other.slots.forEach((slot, row) -> row.forEach((series, minutes) -> mergeCell(cell(slot, series), minutes)));
    }

    private static void mergeCell(long[] cell, long[] minutes) {
        for (int i = 0; i < cell.length; i++) {
            cell[i] = Spreading.sum(cell[i], minutes[i]);
        }
    }

    public boolean isEmpty() {
        return slots.isEmpty();
    }

    /**
     * The start of the first minute that anything but zero was added to; of the first slot when all is zero.
     *
     * @throws NoSuchElementException when nothing was added
     */
    public Instant firstMinute() {
        int minute = IntStream.range(0, Slot.MINUTES)
                .filter(index -> counted(slots.get(slots.firstKey()), index))
                .findFirst()
                .orElse(0);
        return slots.firstKey().start().plus(minute, ChronoUnit.MINUTES);
    }

    /**
     * The start of the last minute that anything but zero was added to; of the last slot when all is zero.
     *
     * @throws NoSuchElementException when nothing was added
     */
    public Instant lastMinute() {
        int minute = IntStream.range(0, Slot.MINUTES)
                .filter(index -> counted(slots.get(slots.lastKey()), index))
                .max()
                .orElse(0);
        return slots.lastKey().start().plus(minute, ChronoUnit.MINUTES);
    }

    private static boolean counted(Map<SeriesId, long[]> row, int index) {
        return row.values().stream().anyMatch(minutes -> minutes[index] != 0);
    }

    /** The sum of a series over all minutes, in thousandths; 0 for a series that was never added to. */
    public long totalThousandths(SeriesId series) {
        long total = 0;
        for (Map<SeriesId, long[]> row : slots.values()) {
            for (long minute : row.getOrDefault(series, new long[0])) {
                total = Spreading.sum(total, minute);
            }
        }
        return total;
    }

    /** Per slot and series five numbers, one per minute, with at most three decimals. */
    public SortedMap<Slot, SortedMap<SeriesId, Values>> slots() {
        SortedMap<Slot, SortedMap<SeriesId, Values>> result = new TreeMap<>();
        slots.forEach((slot, row) -> result.put(slot, values(row)));
        return Collections.unmodifiableSortedMap(result);
    }

    private static SortedMap<SeriesId, Values> values(Map<SeriesId, long[]> row) {
        SortedMap<SeriesId, Values> values = new TreeMap<>();
        row.forEach((series, minutes) -> values.put(series, values(minutes)));
        return Collections.unmodifiableSortedMap(values);
    }

    private static Values values(long[] minutes) {
        double[] numbers = new double[minutes.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = minutes[i] / (double) Spreading.THOUSANDTHS;
        }
        return Values.of(numbers);
    }

    @Override
    public String toString() {
        return slots().toString();
    }
}
