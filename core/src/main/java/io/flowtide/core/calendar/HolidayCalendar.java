package io.flowtide.core.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The days on which people do not do what they usually do on that weekday: public holidays of countries and regions, and
 * the user's own days. Two calendars are equal when they name the same regions and days.
 */
public final class HolidayCalendar {

    private static final HolidayCalendar NONE = new HolidayCalendar(List.of());

    private final List<String> entries;
    private final List<Region> regions;
    private final Map<LocalDate, String> dates = new HashMap<>();
    private final Map<MonthDay, String> yearly = new HashMap<>();
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    private HolidayCalendar(List<String> entries) {
        this.entries = List.copyOf(new TreeSet<>(entries));
        this.regions = this.entries.stream()
                .filter(entry -> !isDay(entry))
                .map(Region::new)
                .toList();
        this.entries.stream().filter(HolidayCalendar::isDay).forEach(this::addDay);
    }

    /** Without any holiday. */
    public static HolidayCalendar none() {
        return NONE;
    }

    /**
     * Reads {@code DE-BY,2026-12-24,12-31=New Year's Eve}: regions, days of one year and days of every year, in any order.
     *
     * @param text entries with commas between them; none is fine
     * @throws IllegalArgumentException when an entry is neither a region that is known nor a day; the message says which
     */
    public static HolidayCalendar parse(String text) {
        return of(Arrays.asList(text.split(",")));
    }

    /**
     * @param entries each a region, a day, or a day and its name: {@code DE-BY}, {@code 2026-12-24}, {@code 12-24=Eve}
     * @throws IllegalArgumentException as {@link #parse}
     */
    public static HolidayCalendar of(List<String> entries) {
        List<String> filled = entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        return filled.isEmpty() ? NONE : new HolidayCalendar(filled);
    }

    /** With the days of both. */
    public HolidayCalendar and(HolidayCalendar other) {
        return of(Stream.concat(entries.stream(), other.entries.stream()).toList());
    }

    private static boolean isDay(String entry) {
        return Character.isDigit(entry.charAt(0));
    }

    private void addDay(String entry) {
        int equals = entry.indexOf('=');
        String day = (equals < 0 ? entry : entry.substring(0, equals)).strip();
        String name = equals < 0 ? day : entry.substring(equals + 1).strip();
        try {
            if (day.length() == "12-24".length()) {
                yearly.put(MonthDay.parse("--" + day), name);
            } else {
                dates.put(LocalDate.parse(day), name);
            }
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException(
                    "'" + day + "' is not a day like 2026-12-24, or 12-24 for every year", malformed);
        }
    }

    /** The name of the holiday that {@code day} is, or nothing on an ordinary day. */
    public Optional<String> holiday(LocalDate day) {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(year(day.getYear()).get(day));
    }

    /** @param day days since 1970-01-01 */
    boolean isHoliday(long day) {
        return !entries.isEmpty() && holiday(LocalDate.ofEpochDay(day)).isPresent();
    }

    private Map<LocalDate, String> year(int year) {
        return years.computeIfAbsent(year, this::collect);
    }

    private Map<LocalDate, String> collect(int year) {
        Map<LocalDate, String> days = new HashMap<>();
        regions.forEach(region -> days.putAll(region.publicHolidays(year)));
        yearly.forEach((day, name) -> {
            if (day.isValidYear(year)) {
                days.put(day.atYear(year), name);
            }
        });
        dates.forEach((day, name) -> {
            if (day.getYear() == year) {
                days.put(day, name);
            }
        });
        return days;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HolidayCalendar calendar && entries.equals(calendar.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return entries.stream().collect(Collectors.joining(","));
    }
}
