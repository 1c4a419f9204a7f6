package io.flowtide.core.model;

import io.flowtide.core.calendar.LocalCalendar;

/** The classes that the mean predictor sorts days into: those of the weekdays, and after them the holidays. */
final class DayKinds {

    private static final int SUNDAY = 6;

    private final DayClasses days;
    private final LocalCalendar calendar;

    DayKinds(DayClasses days, LocalCalendar calendar) {
        this.days = days;
        this.calendar = calendar;
    }

    int count() {
        return days.count() + 1;
    }

    /** @param day days since 1970-01-01, local */
    int of(long day) {
        return calendar.isHoliday(day) ? holiday() : days.of(LocalCalendar.weekday(day));
    }

    int holiday() {
        return days.count();
    }

    /** The class that is nearest to the holidays, for while none was seen. */
    int nearestToHoliday() {
        return days.of(SUNDAY);
    }
}
