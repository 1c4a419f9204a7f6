package io.flowtide.core.model;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The values of the last {@value #DAYS} local days by place in the day, each day relative to the level that traffic had
 * on it. What was never seen is NaN.
 */
final class DayTable {

    /** Six weeks: enough for a robust middle of each weekday, and little enough for a small snapshot. */
    static final int DAYS = 42;

    private static final long NEVER = Long.MIN_VALUE;

    private final int places;
    private final float[][] rows = new float[DAYS][];
    private final long[] days = new long[DAYS];
    private int today = -1;
    private final double[] sum;
    private final int[] count;

    DayTable(int places) {
        this.places = places;
        this.sum = new double[places];
        this.count = new int[places];
        Arrays.fill(days, NEVER);
    }

    DayTable(int places, SnapshotInput in) {
        this(places);
        today = in.small();
        for (int i = 0; i < DAYS; i++) {
            days[i] = in.integer();
            float[] row = in.singles();
            rows[i] = row.length == 0 ? null : row;
        }
        System.arraycopy(in.numbers(), 0, sum, 0, places);
        System.arraycopy(in.integers(), 0, count, 0, places);
    }

    void write(SnapshotOutput out) {
        out.integer(today);
        for (int i = 0; i < DAYS; i++) {
            out.integer(days[i]).singles(rows[i] == null ? new float[0] : rows[i]);
        }
        out.numbers(sum).integers(count);
    }

    int places() {
        return places;
    }

    /** The day that is being filled. */
    OptionalLong today() {
        return today < 0 ? OptionalLong.empty() : OptionalLong.of(days[today]);
    }

    boolean isToday(long day) {
        return today >= 0 && days[today] == day;
    }

    /** Closes the day that is being filled, whose level was {@code level}, and begins {@code day}. */
    void begin(long day, double level) {
        if (today >= 0) {
            rows[today] = closed(level);
        }
        today = (today + 1) % DAYS;
        days[today] = day;
        rows[today] = null;
        Arrays.fill(sum, 0);
        Arrays.fill(count, 0);
    }

    private float[] closed(double level) {
        float[] row = new float[places];
        for (int place = 0; place < places; place++) {
            row[place] = count[place] == 0 ? Float.NaN : (float) (sum[place] / count[place] / level);
        }
        return row;
    }

    /** Keeps a value of today; several at the same place are averaged. */
    void put(int place, double value) {
        sum[place] += value;
        count[place]++;
    }

    /** Whether slot {@code i} of the table, 0 to {@code DAYS - 1}, holds a closed day. */
    boolean holds(int i) {
        return rows[i] != null;
    }

    /** The day in slot {@code i}, in days since 1970-01-01. */
    long day(int i) {
        return days[i];
    }

    double value(int i, int place) {
        return rows[i][place];
    }
}
