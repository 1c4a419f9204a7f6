package io.flowtide.core.scoring;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * When anomalies are kept but not told: planned maintenance, the hours in which people sleep, days that are known to be
 * unlike others, and whatever is too slight to disturb anybody.
 *
 * @param maintenance the planned times
 * @param nights the hours of each day
 * @param days the days that are known
 * @param least from which severity on anomalies are told at all
 */
public record QuietTimes(Coverage maintenance, Optional<Nights> nights, KnownDays days, Severity least) {

    public static final QuietTimes NONE = new QuietTimes(Coverage.NONE, Optional.empty());

    /** Without known days, and for every severity. */
    public QuietTimes(Coverage maintenance, Optional<Nights> nights) {
        this(maintenance, nights, KnownDays.NONE, Severity.LOW);
    }

    QuietTimes with(Severity other) {
        return new QuietTimes(maintenance, nights, days, other);
    }

    /**
     * @param from when they begin, local time
     * @param to when they end, exclusive; before {@code from} when they reach over midnight
     * @param unless from this severity on, anomalies are told even then
     */
    public record Nights(LocalTime from, LocalTime to, Severity unless) {

        /**
         * @param hours like {@code 22:00-06:00}
         * @throws IllegalArgumentException when they are not written like that
         */
        public static Nights parse(String hours, Severity unless) {
            String[] ends = hours.strip().split("-", -1);
            try {
                if (ends.length == 2) {
                    return new Nights(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()), unless);
                }
            } catch (DateTimeException malformed) {
                throw new IllegalArgumentException(wrong(hours), malformed);
            }
            throw new IllegalArgumentException(wrong(hours));
        }

        private static String wrong(String hours) {
            return "Quiet hours are written like 22:00-06:00, not '" + hours + "'";
        }

        private boolean hold(LocalTime time) {
            boolean afterFrom = !time.isBefore(from);
            boolean beforeTo = time.isBefore(to);
            return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
        }
    }

    /**
     * @param intervals like {@code 2026-11-24T20:00:00Z/PT2H,2026-12-01T20:00:00Z/2026-12-01T22:00:00Z}
     * @throws IllegalArgumentException when one is not written like that; the message names it
     */
    public static Coverage maintenance(String intervals) {
        List<Coverage.Range> ranges = Arrays.stream(intervals.split(","))
                .map(String::strip)
                .filter(interval -> !interval.isEmpty())
                .map(QuietTimes::range)
                .toList();
        return new Coverage(ranges);
    }

    private static Coverage.Range range(String interval) {
        try {
            int slash = interval.indexOf('/');
            Instant from = Instant.parse(interval.substring(0, slash));
            String to = interval.substring(slash + 1);
            return new Coverage.Range(from, to.startsWith("P") ? from.plus(Duration.parse(to)) : Instant.parse(to));
        } catch (DateTimeException | IndexOutOfBoundsException | IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "Maintenance is written like 2026-11-24T20:00:00Z/PT2H, not '" + interval + "'", malformed);
        }
    }

    boolean hold(Instant bucket, ZoneId zone, Severity severity) {
        return !severity.atLeast(least)
                || maintenance.holds(bucket)
                || days.hold(LocalDate.ofInstant(bucket, zone))
                || nights.filter(night -> !severity.atLeast(night.unless()))
                        .filter(night -> night.hold(LocalTime.ofInstant(bucket, zone)))
                        .isPresent();
    }
}
