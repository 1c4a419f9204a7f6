package io.flowtide.core.training.page;

import io.flowtide.core.series.TimeSeries;
import java.util.Arrays;

/**
 * A series reduced to what can be seen: of the buckets that share a column, the lowest and the highest.
 *
 * @param at the horizontal coordinates, ascending
 * @param values one per coordinate, NaN where there is a gap
 */
record Outline(double[] at, double[] values) {

    static Outline of(TimeSeries series, int columns) {
        if (series.size() <= 2 * columns) {
            double[] at = new double[series.size()];
            Arrays.setAll(at, i -> Plot.at(series.time(i)));
            return new Outline(at, series.values().toArray());
        }
        double[] at = new double[2 * columns];
        double[] values = new double[2 * columns];
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) series.size() * column / columns);
            int to = (int) ((long) series.size() * (column + 1) / columns);
            double[] known = series.values().slice(from, to).stream()
                    .filter(Double::isFinite)
                    .toArray();
            at[2 * column] = Plot.at(series.time(from));
            at[2 * column + 1] = Plot.at(series.time((from + to) / 2));
            values[2 * column] = Arrays.stream(known).min().orElse(Double.NaN);
            values[2 * column + 1] = Arrays.stream(known).max().orElse(Double.NaN);
        }
        return new Outline(at, values);
    }
}
