package io.flowtide.core.training;

import java.time.Duration;

/** Adds up how far forecasts are off. */
final class ErrorSum {

    private int buckets;
    private double squares;
    private double absolute;
    private double signed;
    private double size;

    void add(double forecast, double observed) {
        double error = forecast - observed;
        if (Double.isNaN(error)) {
            return;
        }
        buckets++;
        squares += error * error;
        absolute += Math.abs(error);
        signed += error;
        size += Math.abs(observed);
    }

    int buckets() {
        return buckets;
    }

    /** {@code sum |error| / sum |observed|}; 0 when nothing was off, NaN when nothing was added. */
    double wape() {
        if (buckets == 0) {
            return Double.NaN;
        }
        return absolute == 0 ? 0 : absolute / size;
    }

    HorizonError between(Duration from, Duration to) {
        return new HorizonError(
                from, to, buckets, Math.sqrt(squares / buckets), wape(), buckets == 0 ? Double.NaN : signed / buckets);
    }
}
