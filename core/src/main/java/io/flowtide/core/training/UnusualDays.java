package io.flowtide.core.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds days unlike the other days of their weekday. Two days are {@code sum |a - b| / mean of sum a and sum b} apart; the
 * distance of a day is that to the nearest {@value #ALIKE} of its weekday within four weeks (so that two holidays among
 * five Mondays do not make the other three look odd). A day is unusual when its distance lies {@value #FAR} robust
 * deviations above the median distance of all days, and is at least {@value #LEAST}. Days like that in a row, weekends between them included, are a season.
 */
final class UnusualDays {

    private static final double FAR = 4;
    private static final double LEAST = 0.12;
    private static final int NEAR = 28;
    private static final double ALIKE = 0.4;
    private static final int ENOUGH = 3;
    /** Two days are only compared when so much of both is known. */
    private static final double KNOWN = 0.25;
    /** So many ordinary days in between do not end a season: a weekend is a weekend also in the holidays. */
    private static final int BRIDGE = 3;

    private static final int SEASON = 3;
    /** So many days, and so great a share of them, are always kept to learn from. */
    private static final int FEWEST = 7;

    private static final double KEPT = 0.4;

    private final DayGrid grid;
    private final double[] distances;
    private final double threshold;

    UnusualDays(DayGrid grid) {
        this.grid = grid;
        this.distances = IntStream.range(0, grid.days())
                .mapToDouble(day -> distance(grid, day))
                .toArray();
        this.threshold = threshold(distances);
    }

    /** Again without what lies beyond it, until nothing changes, because a long season widens the deviation. */
    private static double threshold(double[] distances) {
        double[] ordinary = distances;
        double threshold = Double.POSITIVE_INFINITY;
        double next = limit(ordinary);
        while (next < threshold) {
            threshold = next;
            double beyond = next;
            ordinary = Arrays.stream(ordinary)
                    .filter(distance -> distance <= beyond)
                    .toArray();
            next = limit(ordinary);
        }
        return threshold;
    }

    private static double limit(double[] distances) {
        return Math.max(LEAST, Robust.median(distances) + FAR * Robust.deviation(distances));
    }

    private static double distance(DayGrid grid, int day) {
        double[] others = distances(grid, day, other -> grid.weekday(day) == grid.weekday(other));
        return others.length >= ENOUGH
                ? nearest(others)
                : nearest(distances(grid, day, other -> grid.isWeekend(day) == grid.isWeekend(other)));
    }

    private static double[] distances(DayGrid grid, int day, IntPredicate alike) {
        return IntStream.rangeClosed(Math.max(0, day - NEAR), Math.min(grid.days() - 1, day + NEAR))
                .filter(other -> other != day && alike.test(other))
                .mapToDouble(other -> distance(grid.day(day), grid.day(other)))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    private static double nearest(double[] ascending) {
        return ascending.length == 0 ? Double.NaN : ascending[(int) Math.ceil(ALIKE * ascending.length) - 1];
    }

    private static double distance(double[] one, double[] other) {
        double off = 0;
        double size = 0;
        int known = 0;
        for (int place = 0; place < one.length; place++) {
            double difference = Math.abs(one[place] - other[place]);
            if (!Double.isNaN(difference)) {
                off += difference;
                size += (Math.abs(one[place]) + Math.abs(other[place])) / 2;
                known++;
            }
        }
        return known < KNOWN * one.length || size == 0 ? Double.NaN : off / size;
    }

    /** The days, 0 for the grid's first; never so many that too little is left to learn from. */
    BitSet find() {
        List<Integer> farthestFirst = IntStream.range(0, distances.length)
                .filter(day -> distances[day] > threshold)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer day) -> -distances[day]))
                .toList();
        long known = Arrays.stream(distances).filter(Double::isFinite).count();
        long most = known - (long) Math.max(FEWEST, Math.ceil(KEPT * known));
        BitSet days = new BitSet();
        farthestFirst.stream().limit(Math.max(0, most)).forEach(days::set);
        return days;
    }

    /** @param days as {@link #find} gave them */
    List<Finding> findings(BitSet days, Function<LocalDate, Instant> midnight) {
        List<Finding> findings = new ArrayList<>();
        int first = days.nextSetBit(0);
        while (first >= 0) {
            int last = lastOfSeason(days, first);
            int count = days.get(first, last + 1).cardinality();
            if (count >= SEASON) {
                findings.add(finding(Reason.UNUSUAL_SEASON, first, last, midnight));
            } else {
                days.stream()
                        .skip(days.get(0, first).cardinality())
                        .limit(count)
                        .forEach(day -> findings.add(finding(Reason.UNUSUAL_DAY, day, day, midnight)));
            }
            first = days.nextSetBit(last + 1);
        }
        return findings;
    }

    private static int lastOfSeason(BitSet days, int first) {
        int last = first;
        int next = days.nextSetBit(first + 1);
        while (next >= 0 && next - last <= BRIDGE) {
            last = next;
            next = days.nextSetBit(last + 1);
        }
        return last;
    }

    private Finding finding(Reason reason, int first, int last, Function<LocalDate, Instant> midnight) {
        double farthest = IntStream.rangeClosed(first, last)
                .mapToDouble(day -> distances[day])
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        String why = String.format(
                Locale.ROOT,
                "%s %s %.0f %% of the volume away from the same weekdays; days are usually within %.0f %%",
                grid.date(first).equals(grid.date(last))
                        ? grid.date(first)
                        : grid.date(first) + " to " + grid.date(last),
                first == last ? "lies" : "lie up to",
                100 * farthest,
                100 * threshold);
        return Finding.excluded(
                reason,
                midnight.apply(grid.date(first)),
                midnight.apply(grid.date(last).plusDays(1)),
                why);
    }
}
