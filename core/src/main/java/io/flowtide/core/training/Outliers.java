package io.flowtide.core.training;

import io.flowtide.core.series.Durations;
import io.flowtide.core.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Finds stretches of at least 15 minutes (or one bucket) in which values leave the pattern, scaled to the level of their
 * own day, by {@value #FAR} robust deviations of that hour of the day and by {@value #LEAST} of the mean volume,
 * and by 30 % of what is expected: outages,
 * bursts, replays.
 */
final class Outliers {

    private static final double FAR = 6;
    private static final double LEAST = 0.25;
    private static final double SHARE = 0.3;
    private static final int HOURS = 24;
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private final TimeSeries series;
    private final DayGrid grid;
    private final Pattern pattern;
    private final double[] levels;
    private final double[] limits;

    Outliers(TimeSeries series, DayGrid grid, Pattern pattern) {
        this.series = series;
        this.grid = grid;
        this.pattern = pattern;
        this.levels = new double[grid.days()];
        for (int day = 0; day < levels.length; day++) {
            levels[day] = level(day);
        }
        this.limits = limits();
    }

    /** What a whole day has more or less than its pattern says, by the median of its places. */
    private double level(int day) {
        double[] ratios = new double[grid.places()];
        for (int place = 0; place < ratios.length; place++) {
            double expected = pattern.expected(day, place);
            ratios[place] = expected > 0 ? grid.value(day, place) / expected : Double.NaN;
        }
        double level = Robust.median(ratios);
        return Double.isNaN(level) ? 1 : level;
    }

    private double[] limits() {
        double volume = series.values().stream()
                .filter(Double::isFinite)
                .map(Math::abs)
                .average()
                .orElse(0);
        List<List<Double>> byHour = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            byHour.add(new ArrayList<>());
        }
        for (int i = 0; i < series.size(); i++) {
            double residual = residual(i);
            if (!Double.isNaN(residual)) {
                byHour.get(hour(i)).add(residual);
            }
        }
        return byHour.stream()
                .mapToDouble(residuals -> Math.max(
                        LEAST * volume,
                        FAR
                                * Robust.deviation(residuals.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray())))
                .toArray();
    }

    private int hour(int index) {
        return grid.place(series.time(index)) * HOURS / grid.places();
    }

    private double residual(int index) {
        Instant time = series.time(index);
        int day = grid.day(time);
        return series.values().get(index) - levels[day] * pattern.expected(day, grid.place(time));
    }

    List<Finding> find() {
        int shortest = (int) SHORTEST.plus(series.width()).minusNanos(1).dividedBy(series.width());
        List<Finding> findings = new ArrayList<>();
        int from = 0;
        while (from < series.size()) {
            int to = end(from, 2 * shortest);
            if (to - from >= shortest) {
                findings.add(finding(from, to));
            }
            from = Math.max(to, from + 1);
        }
        return findings;
    }

    /** The end of what is far off from {@code from} on, across fewer than {@code bridge} ordinary buckets. */
    private int end(int from, int bridge) {
        int end = from;
        for (int i = from; i < series.size() && i - end < bridge && (end > from || i == from); i++) {
            if (isFar(i, residual(from))) {
                end = i + 1;
            }
        }
        return end;
    }

    private boolean isFar(int index, double side) {
        double residual = residual(index);
        double expected = series.values().get(index) - residual;
        return Math.abs(residual) > Math.max(limits[hour(index)], SHARE * Math.abs(expected)) && residual * side >= 0;
    }

    private Finding finding(int from, int to) {
        double farthest = IntStream.range(from, to)
                .mapToDouble(this::residual)
                .filter(Double::isFinite)
                .reduce(0, (one, other) -> Math.abs(other) > Math.abs(one) ? other : one);
        String why = String.format(
                Locale.ROOT,
                "For %s values lie up to %.0f %s what their day and hour show",
                Durations.format(series.width().multipliedBy(to - from)),
                Math.abs(farthest),
                farthest > 0 ? "above" : "below");
        return Finding.excluded(Reason.OUTLIER, series.time(from), series.time(to), why);
    }
}
