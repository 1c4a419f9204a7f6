package io.flowtide.core.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A country, or a part of it, and its public holidays as Jollyday knows them.
 *
 * @param code as ISO 3166 has it, in capitals: {@code DE}, {@code DE-BY}, {@code US-NY}; a town may follow: {@code DE-BY-AG}
 */
record Region(String code) {

    Region {
        code = code.toUpperCase(Locale.ROOT);
        String[] names = code.toLowerCase(Locale.ROOT).split("-");
        if (!HolidayManager.getSupportedCalendarCodes().contains(shown(names[0]))) {
            throw new IllegalArgumentException("There is no calendar of public holidays for '" + shown(names[0])
                    + "'; write a country and maybe a region, like DE or DE-BY, or a day, like 2026-12-24");
        }
        CalendarHierarchy part = manager(names[0]).getCalendarHierarchy();
        for (int i = 1; i < names.length; i++) {
            part = child(part, names, i);
        }
    }

    private static CalendarHierarchy child(CalendarHierarchy parent, String[] names, int depth) {
        CalendarHierarchy child = parent.getChildren().get(names[depth]);
        if (child == null) {
            String known = String.join(", ", new TreeMap<>(parent.getChildren()).keySet());
            String whole = String.join("-", Arrays.copyOf(names, depth));
            throw new IllegalArgumentException("There is no region '" + shown(names[depth]) + "' in the calendar of '"
                    + shown(whole) + "'" + (known.isEmpty() ? "" : "; there are " + shown(known)));
        }
        return child;
    }

    private static String shown(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }

    /** The public holidays of a year, by name; of two on one day the first in the alphabet. */
    Map<LocalDate, String> publicHolidays(int year) {
        String[] names = code.toLowerCase(Locale.ROOT).split("-");
        Map<LocalDate, String> days = new TreeMap<>();
        for (Holiday holiday : manager(names[0])
                .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, Arrays.copyOfRange(names, 1, names.length))) {
            days.merge(
                    holiday.getDate(),
                    holiday.getDescription(Locale.ENGLISH),
                    (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        return days;
    }
}
