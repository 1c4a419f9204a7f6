package io.flowtide.core.training;

import java.util.Arrays;

/** Statistics that a few wild values do not move. They ignore NaN and are NaN of nothing. */
final class Robust {

    /** What makes the median absolute deviation of normally distributed values their standard deviation. */
    private static final double NORMAL = 1.4826;

    private Robust() {}

    static double median(double... values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (known.length == 0) {
            return Double.NaN;
        }
        int middle = known.length / 2;
        return known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
    }

    /** {@code 1.4826 median |x - median(x)|}. */
    static double deviation(double... values) {
        double median = median(values);
        return NORMAL
                * median(Arrays.stream(values)
                        .map(value -> Math.abs(value - median))
                        .toArray());
    }
}
