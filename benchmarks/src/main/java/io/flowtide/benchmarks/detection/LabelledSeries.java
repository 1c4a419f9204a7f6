package io.flowtide.benchmarks.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A series with windows that are known to be anomalous.
 *
 * @param name the name of its file, folder included
 * @param times when each row was observed; not always regular, as in NAB's traffic files
 * @param values one per row
 * @param windows the windows in ascending order
 */
public record LabelledSeries(String name, List<Instant> times, double[] values, List<Window> windows) {

    /**
     * @param first the window's first row
     * @param last its last row, inclusive
     */
    public record Window(int first, int last) {

        boolean holds(int row) {
            return first <= row && row <= last;
        }
    }

    public LabelledSeries {
        times = List.copyOf(times);
        windows = List.copyOf(windows);
    }

    public int size() {
        return values.length;
    }

    /** The usual distance of two rows: their median, at least a second. */
    public Duration width() {
        long[] seconds = new long[times.size() - 1];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = Duration.between(times.get(i), times.get(i + 1)).toSeconds();
        }
        Arrays.sort(seconds);
        return Duration.ofSeconds(Math.max(1, seconds[seconds.length / 2]));
    }
}
