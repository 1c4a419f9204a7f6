package io.flowtide.core.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * Where a bucket stands in the day and the week of its zone. A day has as many places as it has buckets when no clock is
 * changed: on the day of 25 hours an hour's places come twice, on that of 23 hours an hour's places are left out.
 */
final class LocalCalendar {

    private static final long DAY = Duration.ofDays(1).toSeconds();
    /** 1970-01-01 was a Thursday. */
    private static final int WEEKDAY_OF_EPOCH = 3;

    private final ZoneRules rules;
    private final long width;

    LocalCalendar(Duration width, ZoneId zone) {
        this.rules = zone.getRules();
        this.width = width.toSeconds();
    }

    /** How many places a day has. */
    int placesPerDay() {
        return (int) ((DAY + width - 1) / width);
    }

    /** The place in its day of the bucket that starts at {@code start}, 0 to {@code placesPerDay() - 1}. */
    int place(Instant start) {
        return (int) (Math.floorMod(localSecond(start), DAY) / width);
    }

    /** The second of the local day in which the bucket has its middle, as far as that day reaches. */
    double secondOfDay(Instant start) {
        return Math.min(Math.floorMod(localSecond(start), DAY) + width / 2.0, DAY - 1);
    }

    /** Days since 1970-01-01, local. */
    long day(Instant start) {
        return Math.floorDiv(localSecond(start), DAY);
    }

    /** 0 (Monday) to 6 (Sunday). */
    int weekday(Instant start) {
        return (int) Math.floorMod(day(start) + WEEKDAY_OF_EPOCH, 7L);
    }

    private long localSecond(Instant start) {
        return start.getEpochSecond() + rules.getOffset(start).getTotalSeconds();
    }
}
