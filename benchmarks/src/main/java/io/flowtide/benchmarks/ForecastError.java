package io.flowtide.benchmarks;

import io.flowtide.core.model.Forecast;
import io.flowtide.core.series.TimeSeries;

/** Sums of errors. */
final class ForecastError {

    /** So many standard deviations hold nine in ten normal errors. */
    private static final double NINE_IN_TEN = 1.645;

    private double squares;
    private double absolute;
    private double observed;
    private long count;
    private long inside;

    /** The errors of one forecast, which are added to {@code all} as well. */
    static ForecastError of(Forecast forecast, TimeSeries series, ForecastError all) {
        ForecastError error = new ForecastError();
        for (int i = 0; i < forecast.size(); i++) {
            int index = series.indexOf(forecast.time(i));
            if (index < series.size() && !series.values().isMissing(index)) {
                double value = series.values().get(index);
                error.add(value, forecast.mean().get(i), forecast.deviation().get(i));
                all.add(value, forecast.mean().get(i), forecast.deviation().get(i));
            }
        }
        return error;
    }

    private void add(double value, double mean, double deviation) {
        squares += (value - mean) * (value - mean);
        absolute += Math.abs(value - mean);
        observed += Math.abs(value);
        count++;
        inside += Math.abs(value - mean) <= NINE_IN_TEN * deviation ? 1 : 0;
    }

    double rootMeanSquare() {
        return Math.sqrt(squares / count);
    }

    /** The sum of the absolute errors as a share of the sum of the values. */
    double weightedAbsolute() {
        return absolute / observed;
    }

    /** The share of values inside the band of nine in ten. */
    double inBand() {
        return inside / (double) count;
    }
}
