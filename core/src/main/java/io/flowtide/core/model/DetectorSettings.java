package io.flowtide.core.model;

import io.flowtide.core.calendar.SeriesCalendar;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What every detector has to know before its first bucket.
 *
 * @param width the width of a bucket, a whole number of seconds, at most a day
 * @param calendar the days and holidays of the series
 * @param seed what a random choice starts from; the same seed gives the same scores
 */
public record DetectorSettings(Duration width, SeriesCalendar calendar, long seed) {

    private static final Duration WIDEST = Duration.ofDays(1);

    public DetectorSettings {
        if (width.isZero() || width.isNegative() || width.getNano() != 0 || width.compareTo(WIDEST) > 0) {
            throw new IllegalArgumentException(
                    "A detector needs buckets of whole seconds, at least one and at most a day, not of " + width);
        }
    }

    /** Without holidays. */
    public DetectorSettings(Duration width, ZoneId zone, long seed) {
        this(width, SeriesCalendar.of(zone), seed);
    }
}
