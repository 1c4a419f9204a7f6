package io.flowtide.core.model.holtwinters;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * Searches the minimum of a function of a few numbers without its derivatives, within bounds: a step that leaves them ends
 * at them. Deterministic.
 *
 * @see <a href="https://doi.org/10.1093/comjnl/7.4.308">J. A. Nelder, R. Mead (1965), A simplex method for function
 *     minimization</a>
 */
final class NelderMead {

    private static final double REFLECTION = 1;
    private static final double EXPANSION = 2;
    private static final double CONTRACTION = 0.5;

    private final double[] low;
    private final double[] high;
    private final int steps;
    private final double tolerance;

    /**
     * @param low the least value of each number
     * @param high the greatest
     * @param steps after so many steps the search ends
     * @param tolerance the search ends when the worst corner is no more than this share above the best
     */
    NelderMead(double[] low, double[] high, int steps, double tolerance) {
        this.low = low.clone();
        this.high = high.clone();
        this.steps = steps;
        this.tolerance = tolerance;
    }

    /**
     * A corner of the simplex.
     *
     * @param at the numbers
     * @param value the function there
     */
    record Corner(double[] at, double value) {}

    /** The best point found from {@code start}, which the simplex leaves by {@code size} of each number's range. */
    Corner minimize(ToDoubleFunction<double[]> function, double[] start, double size) {
        Corner[] simplex = simplex(function, start, size);
        for (int step = 0; step < steps; step++) {
            Arrays.sort(simplex, Comparator.comparingDouble(Corner::value));
            double best = simplex[0].value();
            double worst = simplex[simplex.length - 1].value();
            if (worst - best <= tolerance * (Math.abs(best) + tolerance)) {
                break;
            }
            improve(function, simplex);
        }
        Arrays.sort(simplex, Comparator.comparingDouble(Corner::value));
        return simplex[0];
    }

    private Corner[] simplex(ToDoubleFunction<double[]> function, double[] start, double size) {
        Corner[] simplex = new Corner[start.length + 1];
        simplex[start.length] = corner(function, start);
        for (int i = 0; i < start.length; i++) {
            double[] moved = start.clone();
            double away = size * (high[i] - low[i]);
            moved[i] += moved[i] + away <= high[i] ? away : -away;
            simplex[i] = corner(function, moved);
        }
        return simplex;
    }

    private void improve(ToDoubleFunction<double[]> function, Corner[] simplex) {
        int last = simplex.length - 1;
        double[] center = center(simplex);
        Corner worst = simplex[last];
        Corner reflected = corner(function, along(worst.at(), center, 1 + REFLECTION));
        if (reflected.value() < simplex[0].value()) {
            Corner expanded = corner(function, along(worst.at(), center, 1 + EXPANSION));
            simplex[last] = expanded.value() < reflected.value() ? expanded : reflected;
        } else if (reflected.value() < simplex[last - 1].value()) {
            simplex[last] = reflected;
        } else {
            contract(function, simplex, center, reflected);
        }
    }

    private void contract(ToDoubleFunction<double[]> function, Corner[] simplex, double[] center, Corner reflected) {
        int last = simplex.length - 1;
        Corner better = reflected.value() < simplex[last].value() ? reflected : simplex[last];
        Corner contracted = corner(function, along(better.at(), center, CONTRACTION));
        if (contracted.value() < better.value()) {
            simplex[last] = contracted;
            return;
        }
        for (int i = 1; i <= last; i++) {
            simplex[i] = corner(function, along(simplex[i].at(), simplex[0].at(), CONTRACTION));
        }
    }

    private static double[] center(Corner[] simplex) {
        double[] center = new double[simplex.length - 1];
        for (int i = 0; i < simplex.length - 1; i++) {
            for (int j = 0; j < center.length; j++) {
                center[j] += simplex[i].at()[j] / center.length;
            }
        }
        return center;
    }

    /** {@code from + share * (to - from)}. */
    private static double[] along(double[] from, double[] to, double share) {
        double[] point = new double[from.length];
        Arrays.setAll(point, i -> from[i] + share * (to[i] - from[i]));
        return point;
    }

    private Corner corner(ToDoubleFunction<double[]> function, double[] at) {
        double[] within = new double[at.length];
        Arrays.setAll(within, i -> Math.max(low[i], Math.min(high[i], at[i])));
        double value = function.applyAsDouble(within);
        return new Corner(within, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }
}
