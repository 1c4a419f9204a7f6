package io.flowtide.core.model.holtwinters;

import java.util.Arrays;

/**
 * The state to begin with, from the first periods of a series: the classical decomposition by a moving average, and a
 * straight line through its trend. For two periods of one season this is what R's {@code HoltWinters} begins with.
 */
final class StartState {

    private final SeasonForm form;

    StartState(SeasonForm form) {
        this.form = form;
    }

    /**
     * @param values at least the first period of the longest season, better two
     * @param lengths the seasons' lengths in steps, ascending
     * @return the state after the first period of the longest season
     */
    HoltWintersState of(double[] values, int[] lengths) {
        int longest = lengths[lengths.length - 1];
        double[] trend = trend(values, longest);
        double[] seasonal = new double[values.length];
        Arrays.setAll(seasonal, i -> form.without(values[i], trend[i]));
        double[][] seasons = new double[lengths.length][];
        for (int k = 0; k < lengths.length; k++) {
            double[] season = figure(seasonal, lengths[k]);
            seasons[k] = season;
            Arrays.setAll(seasonal, i -> form.without(seasonal[i], season[i % season.length]));
        }
        double[] line = line(trend, values.length >= 2 * longest);
        // All periods are multiples of each other or not: each season goes on from where the first period ends.
        for (int k = 0; k < lengths.length; k++) {
            seasons[k] = turned(seasons[k], longest % lengths[k]);
        }
        return new HoltWintersState(line[0], line[1], 0, seasons);
    }

    private static double[] turned(double[] season, int by) {
        double[] turned = new double[season.length];
        Arrays.setAll(turned, i -> season[(i + by) % season.length]);
        return turned;
    }

    /** The centred moving average over a period; the whole mean where there is not even one to each side. */
    private static double[] trend(double[] values, int period) {
        double[] trend = new double[values.length];
        Arrays.fill(trend, Double.NaN);
        int half = period / 2;
        double outer = period % 2 == 0 ? 0.5 : 1;
        for (int i = half; i < values.length - half; i++) {
            double sum = 0;
            double weight = 0;
            for (int j = i - half; j <= i + half; j++) {
                double share = j == i - half || j == i + half ? outer : 1;
                if (!Double.isNaN(values[j])) {
                    sum += share * values[j];
                    weight += share;
                }
            }
            trend[i] = weight == 0 ? Double.NaN : sum / weight;
        }
        if (values.length < 2 * period) {
            Arrays.fill(
                    trend,
                    Arrays.stream(values).filter(Double::isFinite).average().orElse(0));
        }
        return trend;
    }

    /** The mean at each place of a period, itself neutral on average. */
    private double[] figure(double[] seasonal, int period) {
        double[] sums = new double[period];
        int[] counts = new int[period];
        for (int i = 0; i < seasonal.length; i++) {
            if (Double.isFinite(seasonal[i])) {
                sums[i % period] += seasonal[i];
                counts[i % period]++;
            }
        }
        double[] figure = new double[period];
        Arrays.setAll(figure, i -> counts[i] == 0 ? Double.NaN : sums[i] / counts[i]);
        double mean = Arrays.stream(figure).filter(Double::isFinite).average().orElse(form.neutral());
        Arrays.setAll(figure, i -> Double.isNaN(figure[i]) ? form.neutral() : form.without(figure[i], mean));
        return figure;
    }

    /** Intercept and slope of the least squares line through {@code (1, trend[first]), (2, …), …}. */
    private static double[] line(double[] trend, boolean sloped) {
        double[] known = Arrays.stream(trend).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        if (!sloped || known.length < 2) {
            return new double[] {mean, 0};
        }
        double middle = (known.length + 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < known.length; i++) {
            double x = i + 1 - middle;
            products += x * (known[i] - mean);
            squares += x * x;
        }
        double slope = products / squares;
        return new double[] {mean - slope * middle, slope};
    }
}
