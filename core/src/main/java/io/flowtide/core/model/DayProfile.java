package io.flowtide.core.model;

import java.util.Arrays;

/**
 * What a day is expected to look like at level 1: at each place the robust middle of the days before it. Days of the same
 * weekday count most; those of the same class (working days, weekends) and all others fill in while there are few.
 */
final class DayProfile {

    private static final int WEEK = 7;
    /** 1970-01-01 was a Thursday. */
    private static final int WEEKDAY_OF_EPOCH = 3;
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
    static DayProfile of(DayTable table, long day) {
        int own = 0;
        int alike = 0;
        int other = 0;
        for (int i = 0; i < DayTable.DAYS; i++) {
            if (table.holds(i)) {
                boolean sameDay = weekday(table.day(i)) == weekday(day);
                boolean sameClass = isWeekend(table.day(i)) == isWeekend(day);
                own += sameDay ? 1 : 0;
                alike += !sameDay && sameClass ? 1 : 0;
                other += sameClass ? 0 : 1;
            }
        }
        double[] weights = weights(table, day, own, alike);
        return new DayProfile(
                expected(table, weights),
                trust(day, own, alike),
                Math.min(1, (2 * own + 0.5 * alike + OTHER_CLASS * other) / 4));
    }

    private static double trust(long day, int own, int alike) {
        if (own > 0) {
            return 1;
        }
        return alike > 0 && !isWeekend(day) ? TRUST_IN_CLASS : TRUST_IN_OTHERS;
    }

    private static double[] weights(DayTable table, long day, int own, int alike) {
        double[] weights = new double[DayTable.DAYS];
        for (int i = 0; i < weights.length; i++) {
            if (table.holds(i)) {
                weights[i] = StrictMath.pow(FADING, day - table.day(i)) * kinship(table.day(i), day, own, alike);
            }
        }
        return weights;
    }

    private static double kinship(long past, long day, int own, int alike) {
        if (weekday(past) == weekday(day)) {
            return 1;
        }
        boolean sameClass = isWeekend(past) == isWeekend(day);
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

    static boolean isWeekend(long day) {
        return weekday(day) >= 5;
    }

    private static int weekday(long day) {
        return (int) Math.floorMod(day + WEEKDAY_OF_EPOCH, (long) WEEK);
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
