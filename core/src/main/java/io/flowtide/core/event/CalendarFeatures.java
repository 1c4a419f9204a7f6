package io.flowtide.core.event;

import io.flowtide.core.calendar.LocalCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each bucket of a window stands in its calendar; all lists have one entry per bucket of {@code [from, to)}.
 *
 * @param dayOfWeek 1 (Monday) to 7 (Sunday)
 * @param minuteOfDay 0 to 1439, local time
 * @param holiday whether the day is a holiday; empty in documents that were written before there was this field
 */
public record CalendarFeatures(List<Integer> dayOfWeek, List<Integer> minuteOfDay, List<Boolean> holiday) {

    public CalendarFeatures {
        dayOfWeek = List.copyOf(dayOfWeek);
        minuteOfDay = List.copyOf(minuteOfDay);
        holiday = holiday == null ? List.of() : List.copyOf(holiday);
    }

    public static CalendarFeatures of(Instant from, Instant to, Duration width, SeriesCalendar calendar) {
        LocalCalendar local = new LocalCalendar(width, calendar);
        List<Integer> days = new ArrayList<>();
        List<Integer> minutes = new ArrayList<>();
        List<Boolean> holidays = new ArrayList<>();
        for (Instant bucket = from; bucket.isBefore(to); bucket = bucket.plus(width)) {
            days.add(local.weekday(bucket) + 1);
            minutes.add(local.minuteOfDay(bucket));
            holidays.add(local.isHoliday(local.day(bucket)));
        }
        return new CalendarFeatures(days, minutes, holidays);
    }
}
