package io.flowtide.core.training;

import io.flowtide.core.series.Durations;
import io.flowtide.core.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds stretches in which every value is larger or smaller by the same factor: a source that was counted twice, or half
 * of a fleet whose logs are missing. What people do changes the shape of a day as well; what counters do does not. So a
 * stretch counts when the logarithm of value over pattern, less its median in the days around, stays within
 * {@value #STEADY} of one number for at least eight hours, lies at least 30 % off, and gets there and back abruptly. What
 * lasts longer than five days is no mistake but the new level, and is left alone.
 */
final class RescaledStretches {

    private static final double FAR = StrictMath.log(1.3);
    private static final double STEADY = 0.1;
    private static final Duration SHORTEST = Duration.ofHours(8);
    private static final Duration LONGEST = Duration.ofDays(5);
    private static final Duration STEP = Duration.ofHours(1);
    /** Factors that are named as such when they are as near as this. */
    private static final double NEAR = 0.1;
    /** The share of the way that is done within an hour where a stretch begins and ends. */
    private static final double ABRUPT = 0.6;
    /** Days before and after whose level is the usual one. */
    private static final int AROUND = 6;

    private static final double[] PLAIN = {2, 0.5};

    private final TimeSeries series;
    private final DayGrid grid;
    private final Pattern pattern;
    private final int perStep;
    private final double[] usual;

    RescaledStretches(TimeSeries series, DayGrid grid, Pattern pattern) {
        this.series = series;
        this.grid = grid;
        this.pattern = pattern;
        this.perStep = (int) Math.max(1, STEP.dividedBy(series.width()));
        this.usual = usual();
    }

    /** The level around each day, as a logarithm: what grows over the weeks is not rescaled. */
    private double[] usual() {
        double[] levels = new double[grid.days()];
        for (int day = 0; day < levels.length; day++) {
            double[] ratios = new double[grid.places()];
            for (int place = 0; place < ratios.length; place++) {
                ratios[place] = logarithm(grid.value(day, place), pattern.expected(day, place));
            }
            levels[day] = Robust.median(ratios);
        }
        double[] usual = new double[levels.length];
        for (int day = 0; day < levels.length; day++) {
            int from = Math.max(0, day - AROUND);
            usual[day] = Robust.median(Arrays.copyOfRange(levels, from, Math.min(levels.length, day + AROUND + 1)));
        }
        return usual;
    }

    private static double logarithm(double value, double expected) {
        return expected > 0 && value > 0 ? StrictMath.log(value / expected) : Double.NaN;
    }

    List<Finding> find() {
        double[] steps = stepRatios();
        List<Finding> findings = new ArrayList<>();
        int from = 0;
        while (from < steps.length) {
            int to = steadyUntil(steps, from);
            Duration length = series.width().multipliedBy((long) (to - from) * perStep);
            if (to > from && length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0) {
                finding(from * perStep, Math.min(to * perStep, series.size())).ifPresent(findings::add);
            }
            from = Math.max(to, from + 1);
        }
        return findings;
    }

    /** The logarithm of value over pattern, its median per hour. */
    private double[] stepRatios() {
        double[] steps = new double[(series.size() + perStep - 1) / perStep];
        for (int step = 0; step < steps.length; step++) {
            steps[step] = middle(step * perStep, Math.min((step + 1) * perStep, series.size()));
        }
        return steps;
    }

    private double middle(int from, int to) {
        double[] ratios = new double[to - from];
        for (int i = from; i < to; i++) {
            ratios[i - from] = ratio(i);
        }
        return Robust.median(ratios);
    }

    private double ratio(int index) {
        Instant time = series.time(index);
        int day = grid.day(time);
        return logarithm(series.values().get(index), pattern.expected(day, grid.place(time))) - usual[day];
    }

    /** The end of the longest stretch from {@code from} on that is far off by a steady ratio. */
    private static int steadyUntil(double[] steps, int from) {
        int to = from;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        while (to < steps.length && Math.abs(steps[to]) >= FAR && steps[to] * steps[from] > 0) {
            low = Math.min(low, steps[to]);
            high = Math.max(high, steps[to]);
            if (high - low > 2 * STEADY) {
                break;
            }
            to++;
        }
        return to;
    }

    private Optional<Finding> finding(int from, int to) {
        double ratio = middle(from, to);
        int first = edge(from, -1, ratio);
        int end = edge(to - 1, 1, ratio) + 1;
        return isAbrupt(first, -1, ratio) && isAbrupt(end - 1, 1, ratio)
                ? Optional.of(finding(first, end, ratio))
                : Optional.empty();
    }

    /** Whether the hour beyond an edge has come most of the way back; the ends of the series are edges as well. */
    private boolean isAbrupt(int edge, int direction, double ratio) {
        int from = direction < 0 ? Math.max(0, edge - perStep) : edge + 1;
        int to = direction < 0 ? edge : Math.min(series.size(), edge + 1 + perStep);
        double beyond = from >= to ? Double.NaN : middle(from, to);
        return Double.isNaN(beyond) || (ratio - beyond) / ratio > ABRUPT;
    }

    private Finding finding(int first, int end, double ratio) {
        double factor = StrictMath.exp(ratio);
        for (double plain : PLAIN) {
            factor = Math.abs(factor / plain - 1) < NEAR ? plain : factor;
        }
        String why = String.format(
                Locale.ROOT,
                "For %s everything is steadily %.2f times what the same weekdays show",
                Durations.format(series.width().multipliedBy(end - first)),
                StrictMath.exp(ratio));
        return new Finding(Reason.RESCALED, series.time(first), series.time(end), factor, why);
    }

    /** Goes on bucket by bucket while values are nearer to the scaled pattern than to the pattern itself. */
    private int edge(int index, int direction, double ratio) {
        int edge = index;
        while (Math.abs(edge + direction - index) < perStep && isScaled(edge + direction, ratio)) {
            edge += direction;
        }
        return edge;
    }

    private boolean isScaled(int index, double ratio) {
        return index >= 0 && index < series.size() && Math.abs(ratio(index) - ratio) < Math.abs(ratio(index));
    }
}
