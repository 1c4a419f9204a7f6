package io.flowtide.chart;

import io.flowtide.core.series.Values;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The range of a panel in the unit of its values, and the distance of its grid lines: 1, 2 or 5 times a power of ten.
 *
 * @param low the lower edge
 * @param high the upper edge, above {@code low}
 * @param step the distance of the grid lines
 */
record ValueAxis(double low, double high, double step) {

    /** Above this share of the greatest value, the smallest one lets the axis start elsewhere than at zero. */
    private static final double FAR_FROM_ZERO = 0.75;
    /** How far, in heights of the data, a wide expected band may stretch the axis. */
    private static final double ROOM_FOR_BAND = 0.35;
    /** How many times the usual cut-off a score may reach within its panel. */
    private static final double CUTOFFS_SHOWN = 4;

    /** Of data that has no range of its own. */
    private static final ValueAxis NOTHING = new ValueAxis(0, 1.08, 0.5);

    record Tick(double value, String label) {}

    /** Of a panel that shows values and what was expected of them. */
    static ValueAxis ofSeries(ChartSpec spec, int lines) {
        DoubleSummaryStatistics data = finite(spec.values(), spec.expected());
        if (data.getCount() == 0) {
            return NOTHING;
        }
        DoubleSummaryStatistics band = finite(spec.low(), spec.high());
        double room = ROOM_FOR_BAND * (data.getMax() - data.getMin());
        double low = Math.min(data.getMin(), Math.max(band.getMin(), data.getMin() - room));
        double high = Math.max(data.getMax(), Math.min(band.getMax(), data.getMax() + room));
        return covering(data.getMin() >= 0 ? Math.max(low, 0) : low, high, lines);
    }

    /**
     * Of a panel that shows scores and their cut-off, from zero. A score many times the cut-off leaves the panel rather
     * than flattens all others.
     */
    static ValueAxis ofScores(ChartSpec spec, int lines) {
        DoubleSummaryStatistics data = finite(spec.scores(), spec.cutoff());
        if (data.getCount() == 0) {
            return NOTHING;
        }
        return covering(Math.min(0, data.getMin()), Math.min(data.getMax(), largestShown(spec.cutoff())), lines);
    }

    private static double largestShown(Values cutoff) {
        double[] known = cutoff.stream().filter(Double::isFinite).sorted().toArray();
        double usual = known.length == 0 ? 0 : known[known.length / 2];
        return usual > 0 ? CUTOFFS_SHOWN * usual : Double.POSITIVE_INFINITY;
    }

    private static ValueAxis covering(double low, double high, int lines) {
        boolean fromZero = low >= 0 && low < FAR_FROM_ZERO * high;
        boolean toZero = high <= 0 && high > FAR_FROM_ZERO * low;
        double from = fromZero ? 0 : low;
        double to = toZero ? 0 : high;
        if (from == to) {
            return from == 0 ? NOTHING : covering(Math.min(0, from), Math.max(0, to), lines);
        }
        double margin = 0.08 * (to - from);
        from -= from == 0 ? 0 : margin;
        to += to == 0 ? 0 : margin;
        return new ValueAxis(from, to, step((to - from) / lines));
    }

    private static double step(double roughly) {
        double power = Math.pow(10, Math.floor(Math.log10(roughly)));
        double lead = roughly / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    private static DoubleSummaryStatistics finite(Values one, Values other) {
        return DoubleStream.concat(one.stream(), other.stream())
                .filter(Double::isFinite)
                .summaryStatistics();
    }

    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        double largest = Math.max(Math.abs(low), Math.abs(high));
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high * (1 + 1e-12); i++) {
            ticks.add(new Tick(i * step, Numbers.tick(i * step, step, largest)));
        }
        return ticks;
    }
}
