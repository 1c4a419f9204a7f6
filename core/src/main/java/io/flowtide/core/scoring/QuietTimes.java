package io.flowtide.core.scoring;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * When anomalies are kept but not told: planned maintenance, and the hours in which people sleep.
 *
 * @param maintenance the planned times
 * @param nights the hours of each day
 */
public record QuietTimes(Coverage maintenance, Optional<Nights> nights) {

    public static final QuietTimes NONE = new QuietTimes(Coverage.NONE, Optional.empty());

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
        return maintenance.holds(bucket)
                || nights.filter(night -> !severity.atLeast(night.unless()))
                        .filter(night -> night.hold(LocalTime.ofInstant(bucket, zone)))
                        .isPresent();
    }
}
