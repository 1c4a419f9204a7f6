package io.flowtide.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * Where a bucket stands in the day and the week of its calendar. A day has as many places as it has buckets when no clock
 * is changed: on the day of 25 hours an hour's places come twice, on that of 23 hours an hour's places are left out.
 */
public final class LocalCalendar {

    /** Of a day on which no clock is changed. */
    public static final long SECONDS_PER_DAY = 86_400;

    /** 1970-01-01 was a Thursday. */
    private static final int WEEKDAY_OF_EPOCH = 3;

    private final HolidayCalendar holidays;
    private final ZoneRules rules;
    private final long width;

    /** @param width the width of a bucket, whole seconds */
    public LocalCalendar(Duration width, SeriesCalendar calendar) {
        this.holidays = calendar.holidays();
        this.rules = calendar.zone().getRules();
        this.width = width.toSeconds();
    }

    /** A calendar without holidays. */
    public LocalCalendar(Duration width, ZoneId zone) {
        this(width, SeriesCalendar.of(zone));
    }

    /** How many places a day has. */
    public int placesPerDay() {
        return (int) ((SECONDS_PER_DAY + width - 1) / width);
    }

    /** The place in its day of the bucket that starts at {@code start}, 0 to {@code placesPerDay() - 1}. */
    public int place(Instant start) {
        return (int) (Math.floorMod(localSecond(start), SECONDS_PER_DAY) / width);
    }

    /** The minute of its day, 0 to 1439, in which the bucket starts. */
    public int minuteOfDay(Instant start) {
        return (int) (Math.floorMod(localSecond(start), SECONDS_PER_DAY) / 60);
    }

    /** The second of the local day in which the bucket has its middle, as far as that day reaches. */
    public double secondOfDay(Instant start) {
        return Math.min(Math.floorMod(localSecond(start), SECONDS_PER_DAY) + width / 2.0, SECONDS_PER_DAY - 1);
    }

    /** Days since 1970-01-01, local. */
    public long day(Instant start) {
        return Math.floorDiv(localSecond(start), SECONDS_PER_DAY);
    }

    /** 0 (Monday) to 6 (Sunday). */
    public int weekday(Instant start) {
        return weekday(day(start));
    }

    /**
     * 0 (Monday) to 6 (Sunday).
     *
     * @param day days since 1970-01-01
     */
    public static int weekday(long day) {
        return (int) Math.floorMod(day + WEEKDAY_OF_EPOCH, 7L);
    }

    /** @param day days since 1970-01-01, local */
    public boolean isHoliday(long day) {
        return holidays.isHoliday(day);
    }

    /** Seconds since 1970-01-01 00:00 on the clocks of the zone. */
    public long localSecond(Instant start) {
        return start.getEpochSecond() + rules.getOffset(start).getTotalSeconds();
    }
}
