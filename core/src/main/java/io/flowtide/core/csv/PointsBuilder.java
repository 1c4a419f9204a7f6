package io.flowtide.core.csv;

import io.flowtide.core.flowlog.RejectSink;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/** Collects points in any order; 24 bytes each. */
final class PointsBuilder {

    private long[] millis = new long[1024];
    private double[] values = new double[1024];
    private long[] lines = new long[1024];
    private int size;
    private boolean ascending = true;

    void add(long time, double value, long line) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
        }
        ascending &= size == 0 || millis[size - 1] < time;
        millis[size] = time;
        values[size] = value;
        lines[size] = line;
        size++;
    }

    /** The points in ascending order; of several at the same time the first one in the file, the others are refused. */
    Points build(RejectSink rejects) {
        if (ascending) {
            return new Points(Arrays.copyOf(millis, size), Arrays.copyOf(values, size));
        }
        return unique(order(), rejects);
    }

    /** Stable, so that of equal times the first line comes first. */
    private Integer[] order() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, index -> index);
        Arrays.sort(order, Comparator.comparingLong(index -> millis[index]));
        return order;
    }

    private Points unique(Integer[] order, RejectSink rejects) {
        long[] times = new long[size];
        double[] numbers = new double[size];
        int kept = 0;
        int first = -1;
        for (int index : order) {
            if (first >= 0 && millis[first] == millis[index]) {
                refuse(index, first, rejects);
                continue;
            }
            first = index;
            times[kept] = millis[index];
            numbers[kept++] = values[index];
        }
        return new Points(Arrays.copyOf(times, kept), Arrays.copyOf(numbers, kept));
    }

    private void refuse(int index, int first, RejectSink rejects) {
        Instant time = Instant.ofEpochMilli(millis[index]);
        rejects.reject(
                lines[index],
                "The time " + time + " stands already in line " + lines[first],
                time + "," + Numbers.format(values[index]));
    }
}
