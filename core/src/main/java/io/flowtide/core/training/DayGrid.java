package io.flowtide.core.training;

import io.flowtide.core.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * The buckets of a series by local day and place in the day. A place is a bucket, but never shorter than five minutes:
 * shorter buckets that share one are averaged. On a day of 25 hours an hour's places hold the mean of both, on one of 23
 * hours an hour's places are NaN.
 */
final class DayGrid {

    static final int WEEK = 7;

    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final long SHORTEST = Duration.ofMinutes(5).toSeconds();
    /** 1970-01-01 was a Thursday. */
    private static final int WEEKDAY_OF_EPOCH = 3;

    private final ZoneRules rules;
    private final long place;
    private final long firstDay;
    private final double[][] values;

    DayGrid(TimeSeries series, ZoneId zone) {
        this.rules = zone.getRules();
        this.place = Math.min(DAY, Math.max(SHORTEST, series.width().toSeconds()));
        this.firstDay = epochDay(series.start());
        int days = series.size() == 0 ? 0 : (int) (epochDay(series.time(series.size() - 1)) - firstDay) + 1;
        this.values = fill(series, new double[days][places()]);
    }

    private double[][] fill(TimeSeries series, double[][] sums) {
        int[][] counts = new int[sums.length][places()];
        for (int i = 0; i < series.size(); i++) {
            if (!series.values().isMissing(i)) {
                Instant time = series.time(i);
                sums[day(time)][place(time)] += series.values().get(i);
                counts[day(time)][place(time)]++;
            }
        }
        for (int day = 0; day < sums.length; day++) {
            for (int at = 0; at < places(); at++) {
                sums[day][at] = counts[day][at] == 0 ? Double.NaN : sums[day][at] / counts[day][at];
            }
        }
        return sums;
    }

    int days() {
        return values.length;
    }

    int places() {
        return (int) ((DAY + place - 1) / place);
    }

    int placesPerHour() {
        return (int) Math.max(1, 3600 / place);
    }

    double value(int day, int at) {
        return values[day][at];
    }

    double[] day(int day) {
        return values[day];
    }

    /** 0 (Monday) to 6 (Sunday). */
    int weekday(int day) {
        return (int) Math.floorMod(firstDay + day + WEEKDAY_OF_EPOCH, (long) WEEK);
    }

    boolean isWeekend(int day) {
        return weekday(day) >= 5;
    }

    LocalDate date(int day) {
        return LocalDate.ofEpochDay(firstDay + day);
    }

    /** The day that holds {@code time}, 0 for the first; may lie outside the grid. */
    int day(Instant time) {
        return (int) (epochDay(time) - firstDay);
    }

    int place(Instant time) {
        return (int) (Math.floorMod(localSecond(time), DAY) / place);
    }

    /** The share of the day's places that hold a value. */
    double known(int day) {
        return Arrays.stream(values[day]).filter(Double::isFinite).count() / (double) places();
    }

    private long epochDay(Instant time) {
        return Math.floorDiv(localSecond(time), DAY);
    }

    private long localSecond(Instant time) {
        return time.getEpochSecond() + rules.getOffset(time).getTotalSeconds();
    }
}
