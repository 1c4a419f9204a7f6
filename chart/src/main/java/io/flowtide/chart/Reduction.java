package io.flowtide.chart;

import io.flowtide.core.series.Values;
import java.util.Arrays;

/**
 * A row of buckets as points of a line, no more of them than the picture can show. Of the buckets that share a column
 * of pixels the smallest and the greatest stay, in their order, so that no peak is lost; a column of gaps only is a gap.
 *
 * @param x the middle of each bucket, counted in buckets from the start
 * @param y its number
 */
record Reduction(double[] x, double[] y) {

    /** Both extremes of each column. */
    static Reduction of(Values values, int columns) {
        Values finite = finite(values);
        if (values.size() <= 2 * columns) {
            return all(finite);
        }
        int[] kept = new int[2 * columns];
        for (int column = 0; column < columns; column++) {
            int lowest = extreme(finite, column, columns, 1);
            int greatest = extreme(finite, column, columns, -1);
            kept[2 * column] = Math.min(lowest, greatest);
            kept[2 * column + 1] = Math.max(lowest, greatest);
        }
        return at(finite, kept);
    }

    /** The smallest of each column. */
    static Reduction lowest(Values values, int columns) {
        return extremes(finite(values), columns, 1);
    }

    /** The greatest of each column; the points lie in the same columns as those of {@link #lowest}. */
    static Reduction greatest(Values values, int columns) {
        return extremes(finite(values), columns, -1);
    }

    int size() {
        return x.length;
    }

    /** Whether a point has a gap, or nothing, on both sides. */
    boolean isAlone(int index) {
        return !Double.isNaN(y[index]) && isGap(index - 1) && isGap(index + 1);
    }

    /** Whether there is no point. */
    boolean isGap(int index) {
        return index < 0 || index >= y.length || Double.isNaN(y[index]);
    }

    private static Reduction extremes(Values values, int columns, int sign) {
        if (values.size() <= columns) {
            return all(values);
        }
        int[] kept = new int[columns];
        Arrays.setAll(kept, column -> extreme(values, column, columns, sign));
        return at(values, kept);
    }

    private static Reduction all(Values values) {
        int[] kept = new int[values.size()];
        Arrays.setAll(kept, index -> index);
        return at(values, kept);
    }

    private static Reduction at(Values values, int[] kept) {
        return new Reduction(
                Arrays.stream(kept).mapToDouble(index -> index + 0.5).toArray(),
                Arrays.stream(kept).mapToDouble(values::get).toArray());
    }

    private static int extreme(Values values, int column, int columns, int sign) {
        int from = (int) ((long) column * values.size() / columns);
        int to = (int) ((long) (column + 1) * values.size() / columns);
        int best = from;
        for (int i = from + 1; i < to; i++) {
            if (sign * values.get(i) < sign * values.get(best) || values.isMissing(best)) {
                best = i;
            }
        }
        return best;
    }

    private static Values finite(Values values) {
        return values.map(number -> Double.isFinite(number) ? number : Double.NaN);
    }
}
