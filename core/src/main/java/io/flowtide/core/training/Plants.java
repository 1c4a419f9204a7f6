package io.flowtide.core.training;

import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Anomalies planted into a series to see whether they are found: in turn a spike of half as much again, a dip to half,
 * and silence, each for 15 minutes (at least one bucket), about nine hours apart so that they fall into all hours. What
 * is quiet anyway (below a third of the mean) is left out: nothing that happens there is big.
 *
 * @param series the series with the anomalies in it
 * @param starts the index of each one's first bucket, in order
 */
record Plants(TimeSeries series, List<Integer> starts) {

    private static final Duration APART = Duration.ofHours(9).plusMinutes(10);
    private static final Duration LENGTH = Duration.ofMinutes(15);
    private static final double[] FACTORS = {1.5, 0.5, 0};
    private static final double QUIET = 1 / 3.0;

    Plants {
        starts = List.copyOf(starts);
    }

    static Plants in(TimeSeries series, Instant from) {
        double[] values = series.values().toArray();
        int first = series.indexOf(from);
        double mean = Arrays.stream(values, first, values.length)
                .filter(Double::isFinite)
                .average()
                .orElse(0);
        int length = (int) Math.max(1, LENGTH.dividedBy(series.width()));
        int apart = (int) Math.max(length + 3, APART.dividedBy(series.width()));
        List<Integer> starts = new ArrayList<>();
        for (int start = first + apart / 2; start + length + 3 < values.length; start += apart) {
            if (isBusy(values, start, start + length, QUIET * mean)) {
                double factor = FACTORS[starts.size() % FACTORS.length];
                for (int i = start; i < start + length; i++) {
                    values[i] *= factor;
                }
                starts.add(start);
            }
        }
        return new Plants(new TimeSeries(series.id(), series.start(), series.width(), Values.of(values)), starts);
    }

    private static boolean isBusy(double[] values, int from, int to, double least) {
        return Arrays.stream(values, from, to).allMatch(value -> value > least && value > 0);
    }
}
