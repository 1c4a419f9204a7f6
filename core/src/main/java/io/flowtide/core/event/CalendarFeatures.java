package io.flowtide.core.event;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each bucket of a window stands in its zone's calendar; all lists have one entry per bucket of {@code [from, to)}.
 *
 * @param dayOfWeek 1 (Monday) to 7 (Sunday)
 * @param minuteOfDay 0 to 1439, local time
 */
public record CalendarFeatures(List<Integer> dayOfWeek, List<Integer> minuteOfDay) {

    public CalendarFeatures {
        dayOfWeek = List.copyOf(dayOfWeek);
        minuteOfDay = List.copyOf(minuteOfDay);
    }

    public static CalendarFeatures of(Instant from, Instant to, Duration width, ZoneId zone) {
        List<Integer> days = new ArrayList<>();
        List<Integer> minutes = new ArrayList<>();
        for (Instant bucket = from; bucket.isBefore(to); bucket = bucket.plus(width)) {
            ZonedDateTime local = bucket.atZone(zone);
            days.add(local.getDayOfWeek().getValue());
            minutes.add(local.getHour() * 60 + local.getMinute());
        }
        return new CalendarFeatures(days, minutes);
    }
}
