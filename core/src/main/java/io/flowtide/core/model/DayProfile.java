package io.flowtide.core.model;

import io.flowtide.core.calendar.LocalCalendar;
import java.util.Arrays;

/**
 * What a day is expected to look like at level 1: at each place the robust middle of the days before it. Days of the same
 * weekday count most; those of the same class (working days, weekends) and all others fill in while there are few. A
 * holiday is a weekday of its own, and a Sunday while none was seen.
 */
final class DayProfile {

    private static final int SATURDAY = 5;
    private static final int SUNDAY = 6;
    private static final int HOLIDAY = 7;
    /** What a day still counts one day later. */
    private static final double FADING = 0.97;

    private static final double SAME_CLASS = 0.35;
    private static final double OTHER_CLASS = 0.1;
    /** What the places next to a place count. */
    private static final double NEIGHBOUR = 0.5;
    /** Trust in a working day of which only other working days are known, and in a day of which not even those are. */
    static final double TRUST_IN_CLASS = 0.5;

    private static final double TRUST_IN_OTHERS = 0.02;

    private final double[] expected;
    private final double trust;
    private final double confidence;

    private DayProfile(double[] expected, double trust, double confidence) {
        this.expected = expected;
        this.trust = trust;
        this.confidence = confidence;
    }

    /** The profile of {@code day}, from the closed days of the table. */
    static DayProfile of(DayTable table, long day, LocalCalendar calendar) {
        int[] kinds = kinds(table, calendar);
        int kind = kind(day, calendar, kinds);
        int own = 0;
        int alike = 0;
        int other = 0;
        for (int past : kinds) {
            own += past == kind ? 1 : 0;
            alike += past >= 0 && past != kind && isFree(past) == isFree(kind) ? 1 : 0;
            other += past >= 0 && isFree(past) != isFree(kind) ? 1 : 0;
        }
        double[] weights = new double[DayTable.DAYS];
        for (int i = 0; i < weights.length; i++) {
            if (table.holds(i)) {
                weights[i] = StrictMath.pow(FADING, day - table.day(i)) * kinship(kinds[i], kind, own, alike);
            }
        }
        return new DayProfile(
                expected(table, weights),
                trust(kind, own, alike),
                Math.min(1, (2 * own + 0.5 * alike + OTHER_CLASS * other) / 4));
    }

    /** The kinds of the days in the table, -1 where there is none. */
    private static int[] kinds(DayTable table, LocalCalendar calendar) {
        int[] kinds = new int[DayTable.DAYS];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = table.holds(i) ? kind(table.day(i), calendar) : -1;
        }
        return kinds;
    }

    private static int kind(long day, LocalCalendar calendar, int[] seen) {
        int kind = kind(day, calendar);
        return kind == HOLIDAY && Arrays.stream(seen).noneMatch(past -> past == HOLIDAY) ? SUNDAY : kind;
    }

    /** A weekday, 0 to 6, or a holiday. */
    private static int kind(long day, LocalCalendar calendar) {
        return calendar.isHoliday(day) ? HOLIDAY : LocalCalendar.weekday(day);
    }

    private static double trust(int kind, int own, int alike) {
        if (own > 0) {
            return 1;
        }
        return alike > 0 && !isFree(kind) ? TRUST_IN_CLASS : TRUST_IN_OTHERS;
    }

    private static double kinship(int past, int kind, int own, int alike) {
        if (past == kind) {
            return 1;
        }
        boolean sameClass = isFree(past) == isFree(kind);
        return sameClass ? SAME_CLASS / (1 + own) : OTHER_CLASS / (1 + 4 * own + 2 * alike);
    }

    private static double[] expected(DayTable table, double[] weights) {
        double[] expected = new double[table.places()];
        MiddleMean middle = new MiddleMean(3 * DayTable.DAYS);
        for (int place = 0; place < expected.length; place++) {
            middle.clear();
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] > 0) {
                    add(table, i, place, weights[i], middle);
                }
            }
            expected[place] = middle.get();
        }
        return expected;
    }

    private static void add(DayTable table, int day, int place, double weight, MiddleMean middle) {
        middle.add(table.value(day, place), weight);
        if (place > 0) {
            middle.add(table.value(day, place - 1), NEIGHBOUR * weight);
        }
        if (place < table.places() - 1) {
            middle.add(table.value(day, place + 1), NEIGHBOUR * weight);
        }
    }

    /** A profile that knows nothing. */
    static DayProfile unknown(int places) {
        double[] expected = new double[places];
        Arrays.fill(expected, Double.NaN);
        return new DayProfile(expected, 0, 0);
    }

    /** Whether a day is a weekend or a holiday. */
    static boolean isFree(long day, LocalCalendar calendar) {
        return isFree(kind(day, calendar));
    }

    private static boolean isFree(int kind) {
        return kind >= SATURDAY;
    }

    /** At level 1; NaN where nothing was seen. */
    double expected(int place) {
        return expected[place];
    }

    /** How far what differs from the profile may be blamed on the traffic, 0 to 1: little before the first weekend. */
    double trust() {
        return trust;
    }

    /** How much has been learned for this kind of day, 0 to 1. */
    double confidence() {
        return confidence;
    }
}
