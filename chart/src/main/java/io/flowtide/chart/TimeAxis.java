package io.flowtide.chart;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the axis of time has its ticks: at round local times of a zone, across changes of its offset. */
final class TimeAxis {

    private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720};
    private static final int[] DAYS = {1, 2, 7, 14, 28, 56, 112, 364};
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ENGLISH);
    /** A Monday: days are counted from it so that weekly ticks are Mondays. */
    private static final LocalDate MONDAY = LocalDate.EPOCH.with(DayOfWeek.MONDAY);

    /**
     * @param time where
     * @param label the time of day, or the day
     * @param era the day, or the year, where a new one begins; otherwise empty
     */
    record Tick(Instant time, String label, String era) {}

    private TimeAxis() {}

    /** At most {@code most} ticks from {@code from} to {@code to}. */
    static List<Tick> ticks(Instant from, Instant to, ZoneId zone, int most) {
        long minutes = Math.max(1, Duration.between(from, to).toMinutes());
        for (int step : MINUTES) {
            if (minutes / step < most) {
                return ticksOfDay(from, to, zone, step);
            }
        }
        long days = minutes / (24 * 60);
        for (int step : DAYS) {
            if (days / step < most) {
                return ticksOfDays(from, to, zone, step);
            }
        }
        return ticksOfDays(from, to, zone, Math.toIntExact(364 * (1 + days / 364 / most)));
    }

    private static List<Tick> ticksOfDay(Instant from, Instant to, ZoneId zone, int step) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate last = to.atZone(zone).toLocalDate();
        LocalDate named = LocalDate.MIN;
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (int minute = 0; minute < 24 * 60; minute += step) {
                LocalDateTime local = day.atTime(minute / 60, minute % 60);
                ZonedDateTime time = local.atZone(zone);
                if (time.toLocalDateTime().equals(local) && within(time.toInstant(), from, to)) {
                    ticks.add(new Tick(
                            time.toInstant(), TIME.format(time), day.equals(named) ? "" : WEEKDAY.format(time)));
                    named = day;
                }
            }
        }
        return ticks;
    }

    private static List<Tick> ticksOfDays(Instant from, Instant to, ZoneId zone, int step) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate last = to.atZone(zone).toLocalDate();
        LocalDate first = from.atZone(zone).toLocalDate();
        long aligned = Math.floorDiv(first.toEpochDay() - MONDAY.toEpochDay(), step) * step;
        int year = Integer.MIN_VALUE;
        for (LocalDate day = MONDAY.plusDays(aligned); !day.isAfter(last); day = day.plusDays(step)) {
            if (within(midnight(day, zone), from, to)) {
                String label = (step == 1 ? WEEKDAY : DAY).format(day);
                ticks.add(new Tick(midnight(day, zone), label, day.getYear() == year ? "" : YEAR.format(day)));
                year = day.getYear();
            }
        }
        return ticks;
    }

    /** The midnights between the ticks, for up to {@code most} days. */
    static List<Instant> midnights(Instant from, Instant to, ZoneId zone, int most) {
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = to.atZone(zone).toLocalDate();
        if (first.plusDays(most).isBefore(last)) {
            return List.of();
        }
        return first.datesUntil(last.plusDays(1))
                .map(day -> midnight(day, zone))
                .filter(time -> within(time, from, to))
                .toList();
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static boolean within(Instant time, Instant from, Instant to) {
        return !time.isBefore(from) && !time.isAfter(to);
    }
}
