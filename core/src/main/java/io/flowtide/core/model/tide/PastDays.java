package io.flowtide.core.model.tide;

import io.flowtide.core.calendar.LocalCalendar;
import io.flowtide.core.calendar.LocalGrid;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The latest local days of a history, the last one first; what was never seen is NaN. */
final class PastDays {

    /** Six weeks. What is older says little about next week that these don't. */
    static final int MOST = 42;
    /** Of a day as a candidate for a profile, at least so much must be known. */
    private static final double LEAST_KNOWN = 0.3;

    private static final int HOLIDAY = 7;
    private static final int SATURDAY = 5;
    private static final int WEEK = 7;

    private final int places;
    private final long[] days;
    private final int[] kinds;
    private final double[][] values;

    private PastDays(int places, long[] days, int[] kinds, double[][] values) {
        this.places = places;
        this.days = days;
        this.kinds = kinds;
        this.values = values;
    }

    static PastDays of(LocalGrid grid) {
        double[] steps = grid.values();
        LocalCalendar calendar = grid.calendar();
        long last = grid.day(steps.length - 1);
        int count = (int) Math.min(MOST, last - grid.day(0) + 1);
        double[][] sums = new double[count][calendar.placesPerDay()];
        Arrays.stream(sums).forEach(day -> Arrays.fill(day, Double.NaN));
        for (int i = steps.length - 1; i >= 0 && last - grid.day(i) < count; i--) {
            int place = (int) (grid.secondOfDay(i) * calendar.placesPerDay() / LocalCalendar.SECONDS_PER_DAY);
            sums[(int) (last - grid.day(i))][place] = steps[i];
        }
        int[] kept = IntStream.range(0, count)
                .filter(i -> known(sums[i]) >= LEAST_KNOWN)
                .toArray();
        long[] days = Arrays.stream(kept).mapToLong(i -> last - i).toArray();
        int[] kinds = Arrays.stream(days).mapToInt(day -> kind(day, calendar)).toArray();
        return new PastDays(
                calendar.placesPerDay(),
                days,
                kinds,
                Arrays.stream(kept).mapToObj(i -> sums[i]).toArray(double[][]::new));
    }

    private static double known(double[] day) {
        return Arrays.stream(day).filter(Double::isFinite).count() / (double) day.length;
    }

    /** The kind of a day: its weekday from 0 (Monday) to 6 (Sunday), or a holiday. */
    static int kind(long day, LocalCalendar calendar) {
        return calendar.isHoliday(day) ? HOLIDAY : LocalCalendar.weekday(day);
    }

    /** How many kinds there are. */
    static int kinds() {
        return HOLIDAY + 1;
    }

    static boolean isHoliday(int kind) {
        return kind == HOLIDAY;
    }

    /** Whether people are off: weekends and holidays. */
    static boolean isFree(int kind) {
        return kind >= SATURDAY;
    }

    int count() {
        return days.length;
    }

    /** How many places a day has. */
    int places() {
        return places;
    }

    /** Days since 1970-01-01, local. */
    long day(int i) {
        return days[i];
    }

    int kind(int i) {
        return kinds[i];
    }

    double[] values(int i) {
        return values[i];
    }

    /** Whole weeks between this day and the last one. */
    int weeksAgo(int i) {
        return (int) ((days[0] - days[i]) / WEEK);
    }

    /** The day a week before, or -1 when it is not there, or one of the two is a holiday. */
    int weekBefore(int i) {
        for (int j = i + 1; j < days.length && days[j] >= days[i] - WEEK; j++) {
            if (days[j] == days[i] - WEEK) {
                return kinds[i] == kinds[j] ? j : -1;
            }
        }
        return -1;
    }

    /** The days with their values multiplied, each by the factor of its week. */
    PastDays scaled(double[] factors) {
        double[][] scaled = new double[values.length][];
        for (int i = 0; i < scaled.length; i++) {
            double factor = factors[weeksAgo(i)];
            scaled[i] = Arrays.stream(values[i]).map(value -> value * factor).toArray();
        }
        return new PastDays(places, days, kinds, scaled);
    }
}
