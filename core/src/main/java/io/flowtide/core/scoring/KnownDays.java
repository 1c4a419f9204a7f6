package io.flowtide.core.scoring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Days of which people know that they are unlike others: sales, holidays, elections.
 *
 * @param once days of one year
 * @param yearly days of every year
 */
public record KnownDays(Set<LocalDate> once, Set<MonthDay> yearly) {

    public static final KnownDays NONE = new KnownDays(Set.of(), Set.of());

    public KnownDays {
        once = Set.copyOf(once);
        yearly = Set.copyOf(yearly);
    }

    /**
     * @param days like {@code 2026-11-27,12-24,12-25}: a date, or the month and the day for every year
     * @throws IllegalArgumentException when one is not written like that; the message names it
     */
    public static KnownDays parse(String days) {
        Set<LocalDate> once = new HashSet<>();
        Set<MonthDay> yearly = new HashSet<>();
        Arrays.stream(days.split(","))
                .map(String::strip)
                .filter(day -> !day.isEmpty())
                .forEach(day -> {
                    try {
                        if (day.length() == "12-24".length()) {
                            yearly.add(MonthDay.parse("--" + day));
                        } else {
                            once.add(LocalDate.parse(day));
                        }
                    } catch (DateTimeException malformed) {
                        throw new IllegalArgumentException(
                                "A known day is written like 2026-11-27, or 12-24 for every year, not '" + day + "'",
                                malformed);
                    }
                });
        return new KnownDays(once, yearly);
    }

    boolean hold(LocalDate day) {
        return once.contains(day) || yearly.contains(MonthDay.from(day));
    }
}
