package io.flowtide.core.csv;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What was measured and when, in ascending order of time, no two at the same time. The times need not be regular; a value
 * that the file itself calls missing is NaN.
 */
public final class Points {

    private final long[] millis;
    private final double[] values;

    /** @param millis milliseconds since the epoch, strictly ascending, one per value */
    Points(long[] millis, double[] values) {
        this.millis = millis;
        this.values = values;
    }

    public int size() {
        return millis.length;
    }

    public boolean isEmpty() {
        return millis.length == 0;
    }

    public Instant time(int index) {
        return Instant.ofEpochMilli(millis[index]);
    }

    public double value(int index) {
        return values[index];
    }

    /** The values in order of their times. */
    public DoubleStream values() {
        return Arrays.stream(values);
    }

    long millis(int index) {
        return millis[index];
    }

    /** The first points, at most {@code size} of them. */
    public Points first(int size) {
        int end = Math.min(size, size());
        return new Points(Arrays.copyOf(millis, end), Arrays.copyOf(values, end));
    }

    /** From each point to the next one, in milliseconds. */
    long[] spacings() {
        long[] spacings = new long[Math.max(size() - 1, 0)];
        for (int i = 0; i < spacings.length; i++) {
            spacings[i] = millis[i + 1] - millis[i];
        }
        return spacings;
    }
}
