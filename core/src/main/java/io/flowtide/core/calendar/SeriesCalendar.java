package io.flowtide.core.calendar;

import java.time.ZoneId;

/**
 * The calendar of a series.
 *
 * @param zone where its days begin
 * @param holidays which of them are not like their weekday
 */
public record SeriesCalendar(ZoneId zone, HolidayCalendar holidays) {

    private static final char SEPARATOR = ';';

    /** Without holidays. */
    public static SeriesCalendar of(ZoneId zone) {
        return new SeriesCalendar(zone, HolidayCalendar.none());
    }

    /** Reads {@link #text()}. */
    public static SeriesCalendar parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        return separator < 0
                ? of(ZoneId.of(text))
                : new SeriesCalendar(
                        ZoneId.of(text.substring(0, separator)), HolidayCalendar.parse(text.substring(separator + 1)));
    }

    /** The zone's name, and the holidays after a semicolon if there are any: {@code Europe/Berlin;DE-BY}. */
    public String text() {
        return zone.getId() + (holidays.equals(HolidayCalendar.none()) ? "" : SEPARATOR + holidays.toString());
    }
}
