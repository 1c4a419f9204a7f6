package io.flowtide.core.model;

import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.DoubleUnaryOperator;

/**
 * The mean predictor: the mean and the deviation of all values at the same place of the same class of days. A place that
 * was never seen in its class is taken from all classes together, and one that was never seen at all from the whole
 * history.
 */
public final class MeanPredictor {

    private final LocalCalendar calendar;
    private final DayClasses days;
    private final double[][] mean;
    private final double[][] deviation;

    private MeanPredictor(LocalCalendar calendar, DayClasses days, double[][] mean, double[][] deviation) {
        this.calendar = calendar;
        this.days = days;
        this.mean = mean;
        this.deviation = deviation;
    }

    /**
     * @param history what to learn from; gaps are passed over
     * @throws IllegalArgumentException when the history holds no value at all
     */
    public static MeanPredictor train(TimeSeries history, ZoneId zone, MeanOptions options) {
        if (history.values().stream().allMatch(Double::isNaN)) {
            throw new IllegalArgumentException("There is no value of " + history.id() + " to learn a mean from");
        }
        LocalCalendar calendar = new LocalCalendar(history.width(), zone);
        MeanTraining training = new MeanTraining(history, calendar, options.days());
        double[][] mean = training.average(DoubleUnaryOperator.identity());
        double[][] deviation =
                switch (options.deviation()) {
                    case MEAN_ABSOLUTE -> training.averageAround(mean, Math::abs);
                    case STANDARD -> training.averageAround(mean, difference -> difference * difference);
                };
        if (options.deviation() == DeviationKind.STANDARD) {
            for (double[] row : deviation) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = Math.sqrt(row[i]);
                }
            }
        }
        return new MeanPredictor(calendar, options.days(), mean, deviation);
    }

    /** The expected value {@code mu} of the bucket that starts at {@code start}. */
    public double mean(Instant start) {
        return mean[days.of(calendar.weekday(start))][calendar.place(start)];
    }

    /** The deviation around {@link #mean}. */
    public double deviation(Instant start) {
        return deviation[days.of(calendar.weekday(start))][calendar.place(start)];
    }

    /** Mean and deviation of {@code steps} buckets from {@code start} on. */
    public Forecast predict(Instant start, Duration width, int steps) {
        double[] means = new double[steps];
        double[] deviations = new double[steps];
        for (int i = 0; i < steps; i++) {
            Instant time = start.plus(width.multipliedBy(i));
            means[i] = mean(time);
            deviations[i] = deviation(time);
        }
        return new Forecast(start, width, Values.of(means), Values.of(deviations));
    }
}
