package io.flowtide.core.training;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What each day of a grid would be expected to look like from the days around it: at each place the median of the same
 * weekday within four weeks, itself left out. Where fewer than {@value #ENOUGH} of them are known, of all days of its
 * class (working days, weekends), and at last of all days.
 */
final class Pattern {

    private static final int NEAR = 28;
    private static final int ENOUGH = 4;

    private final double[][] expected;

    /** @param leftOut days that others are not compared with */
    Pattern(DayGrid grid, BitSet leftOut) {
        expected = new double[grid.days()][];
        for (int day = 0; day < grid.days(); day++) {
            expected[day] = expected(grid, day, leftOut);
        }
    }

    double expected(int day, int place) {
        return expected[day][place];
    }

    private static double[] expected(DayGrid grid, int day, BitSet leftOut) {
        double[] row = new double[grid.places()];
        double[] others = new double[2 * NEAR];
        for (int place = 0; place < row.length; place++) {
            row[place] = expected(grid, day, place, leftOut, others);
        }
        return row;
    }

    private static double expected(DayGrid grid, int day, int place, BitSet leftOut, double[] others) {
        for (Kinship kinship : Kinship.values()) {
            int count = 0;
            for (int other = Math.max(0, day - NEAR); other <= Math.min(grid.days() - 1, day + NEAR); other++) {
                boolean counts = other != day && !leftOut.get(other) && kinship.holds(grid, day, other);
                if (counts && !Double.isNaN(grid.value(other, place))) {
                    others[count++] = grid.value(other, place);
                }
            }
            if (count >= ENOUGH || kinship == Kinship.ANY && count > 0) {
                return Robust.median(Arrays.copyOf(others, count));
            }
        }
        return Double.NaN;
    }

    private enum Kinship {
        WEEKDAY {
            @Override
            boolean holds(DayGrid grid, int day, int other) {
                return grid.weekday(day) == grid.weekday(other);
            }
        },
        CLASS {
            @Override
            boolean holds(DayGrid grid, int day, int other) {
                return grid.isWeekend(day) == grid.isWeekend(other);
            }
        },
        ANY {
            @Override
            boolean holds(DayGrid grid, int day, int other) {
                return true;
            }
        };

        abstract boolean holds(DayGrid grid, int day, int other);
    }
}
