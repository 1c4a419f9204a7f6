package io.flowtide.core.model;

import io.flowtide.core.calendar.LocalCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * The mean predictor: the mean {@code mu_h} and the deviation of all values at the same place of the same class of days.
 * A holiday that was never seen is taken for a Sunday; a place that was never seen in its class is taken from all classes
 * together, and one that was never seen at all from the whole history.
 */
public final class MeanPredictor implements ForecastModel {

    static final String NAME = "mean";
    private static final int SCHEMA = 1;

    private final SeriesCalendar days;
    private final Duration width;
    private final Instant end;
    private final DayClasses classes;
    private final double[][] mean;
    private final double[][] deviation;
    private final LocalCalendar calendar;
    private final DayKinds kinds;

    private MeanPredictor(
            SeriesCalendar days,
            Duration width,
            Instant end,
            DayClasses classes,
            double[][] mean,
            double[][] deviation) {
        this.days = days;
        this.width = width;
        this.end = end;
        this.classes = classes;
        this.mean = mean;
        this.deviation = deviation;
        this.calendar = new LocalCalendar(width, days);
        this.kinds = new DayKinds(classes, calendar);
    }

    /** As {@link #train(TimeSeries, SeriesCalendar, MeanOptions)}, without holidays. */
    public static MeanPredictor train(TimeSeries history, ZoneId zone, MeanOptions options) {
        return train(history, SeriesCalendar.of(zone), options);
    }

    /**
     * @param history what to learn from; gaps are passed over
     * @throws IllegalArgumentException when the history holds no value at all
     */
    public static MeanPredictor train(TimeSeries history, SeriesCalendar days, MeanOptions options) {
        TimeSeries usable = TrainingRange.applied(history, options.ranges());
        if (usable.values().stream().allMatch(Double::isNaN)) {
            throw new IllegalArgumentException("There is no value of " + history.id() + " to learn a mean from");
        }
        LocalCalendar calendar = new LocalCalendar(history.width(), days);
        MeanTraining training = new MeanTraining(usable, calendar, new DayKinds(options.days(), calendar));
        double[][] mean = Smoothing.cyclic(training.average(), options.smoothing());
        double[][] deviation =
                switch (options.deviation()) {
                    case MEAN_ABSOLUTE -> training.averageAround(mean, Math::abs);
                    case STANDARD -> roots(training.averageAround(mean, difference -> difference * difference));
                };
        return new MeanPredictor(days, history.width(), history.end(), options.days(), mean, deviation);
    }

    private static double[][] roots(double[][] squares) {
        return Arrays.stream(squares)
                .map(row -> Arrays.stream(row).map(Math::sqrt).toArray())
                .toArray(double[][]::new);
    }

    /** The expected value {@code mu} of the bucket that starts at {@code start}. */
    public double mean(Instant start) {
        return mean[kinds.of(calendar.day(start))][calendar.place(start)];
    }

    /** The deviation around {@link #mean}. */
    public double deviation(Instant start) {
        return deviation[kinds.of(calendar.day(start))][calendar.place(start)];
    }

    @Override
    public Forecast forecast(int steps) {
        return predict(end, width, steps);
    }

    /** Mean and deviation of {@code steps} buckets from {@code start} on, {@code width} apart. */
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

    @Override
    public byte[] snapshot() {
        SnapshotOutput out = new SnapshotOutput(NAME, SCHEMA)
                .text(days.text())
                .integer(width.toSeconds())
                .integer(end.getEpochSecond())
                .text(classes.name());
        Arrays.stream(mean).forEach(out::numbers);
        Arrays.stream(deviation).forEach(out::numbers);
        return out.toBytes();
    }

    static MeanPredictor restore(byte[] snapshot) {
        SnapshotInput in = new SnapshotInput(NAME, SCHEMA, snapshot);
        SeriesCalendar days = SeriesCalendar.parse(in.text());
        Duration width = Duration.ofSeconds(in.integer());
        Instant end = Instant.ofEpochSecond(in.integer());
        DayClasses classes = DayClasses.valueOf(in.text());
        double[][] mean = rows(in, classes.count() + 1);
        return new MeanPredictor(days, width, end, classes, mean, rows(in, classes.count() + 1));
    }

    private static double[][] rows(SnapshotInput in, int count) {
        double[][] rows = new double[count][];
        Arrays.setAll(rows, i -> in.numbers());
        return rows;
    }
}
