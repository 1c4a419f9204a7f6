package io.flowtide.core.calendar;

import io.flowtide.core.series.TimeSeries;
import java.time.Instant;
import java.util.Arrays;

/**
 * A history on the clocks of its zone, so that a season of so many steps stays in step when the clocks are changed: the
 * hour that is skipped is a gap, and one that comes twice is averaged.
 */
public final class LocalGrid {

    private final LocalCalendar calendar;
    private final long width;
    private final long first;
    private final Instant end;
    private final double[] values;

    /** @param history at least one bucket */
    public LocalGrid(TimeSeries history, SeriesCalendar days) {
        this.calendar = new LocalCalendar(history.width(), days);
        this.width = history.width().toSeconds();
        this.first = calendar.localSecond(history.start());
        this.end = history.end();
        int size = index(history.time(history.size() - 1)) + 1;
        this.values = values(history, size);
    }

    private double[] values(TimeSeries history, int size) {
        double[] sums = new double[size];
        int[] counts = new int[size];
        for (int i = 0; i < history.size(); i++) {
            int index = index(history.time(i));
            if (!history.values().isMissing(i) && index < size) {
                sums[index] += history.values().get(i);
                counts[index]++;
            }
        }
        double[] values = new double[size];
        Arrays.setAll(values, i -> counts[i] == 0 ? Double.NaN : sums[i] / counts[i]);
        return values;
    }

    /** One number per step of the zone's clocks, NaN for a gap. */
    public double[] values() {
        return values.clone();
    }

    /** Which step the bucket that starts at {@code time} belongs to; those after the history have the steps after it. */
    public int index(Instant time) {
        return Math.toIntExact(Math.floorDiv(calendar.localSecond(time) - first, width));
    }

    /** The end of the history. */
    public Instant end() {
        return end;
    }

    /** The calendar that the steps follow. */
    public LocalCalendar calendar() {
        return calendar;
    }

    /** Days since 1970-01-01, local, of a step. */
    public long day(int index) {
        return Math.floorDiv(first + index * width, LocalCalendar.SECONDS_PER_DAY);
    }

    /** The second of its local day in which a step begins. */
    public long secondOfDay(int index) {
        return Math.floorMod(first + index * width, LocalCalendar.SECONDS_PER_DAY);
    }
}
