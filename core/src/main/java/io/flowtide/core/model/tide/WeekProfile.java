package io.flowtide.core.model.tide;

import io.flowtide.core.calendar.LocalCalendar;
import io.flowtide.core.calendar.LocalGrid;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.ForecastModel;
import io.flowtide.core.model.ForecastSpread;
import io.flowtide.core.model.Forecaster;
import io.flowtide.core.model.MiddleMean;
import io.flowtide.core.model.SnapshotInput;
import io.flowtide.core.model.SnapshotOutput;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A robust week: for each weekday, and for holidays, the mean of the middle half of the past days of that kind at each place,
 * brought to the level of the last week, each day weighted by {@link SimilarDays}.
 */
public final class WeekProfile implements ForecastModel {

    /** The forecaster's name, and what stands in front of a snapshot. */
    public static final String NAME = "profile";

    private static final int SCHEMA = 1;

    private final SeriesCalendar days;
    private final Duration width;
    private final Instant end;
    /** By kind of day and place in it. */
    private final double[][] profiles;

    private final ForecastSpread spread;
    private final LocalCalendar calendar;

    private WeekProfile(SeriesCalendar days, Duration width, Instant end, double[][] profiles, ForecastSpread spread) {
        this.days = days;
        this.width = width;
        this.end = end;
        this.profiles = profiles;
        this.spread = spread;
        this.calendar = new LocalCalendar(width, days);
    }

    /** The forecaster that trains this. */
    public static Forecaster forecaster() {
        return WeekProfile::train;
    }

    private static WeekProfile train(TimeSeries history, SeriesCalendar calendar) {
        if (history.values().stream().allMatch(Double::isNaN)) {
            throw new IllegalArgumentException("There is no value of " + history.id() + " to learn a week from");
        }
        LocalGrid grid = new LocalGrid(history, calendar);
        PastDays observed = PastDays.of(grid);
        PastDays days = observed.scaled(WeekLevels.factors(observed));
        double[][] profiles = profiles(days, new SimilarDays(days));
        return new WeekProfile(
                calendar, history.width(), history.end(), profiles, spread(days, profiles, history.width()));
    }

    /** By kind of day and place in it, at the level of the days. */
    static double[][] profiles(PastDays days, SimilarDays similar) {
        double mean = IntStream.range(0, days.count())
                .boxed()
                .flatMapToDouble(i -> Arrays.stream(days.values(i)))
                .filter(Double::isFinite)
                .average()
                .orElse(0);
        double[][] profiles = new double[PastDays.kinds()][];
        Arrays.setAll(profiles, kind -> profile(days, similar.weights(kind), mean));
        return profiles;
    }

    private static double[] profile(PastDays days, double[] weights, double mean) {
        double[] profile = new double[days.places()];
        MiddleMean middle = new MiddleMean(2 * days.count() + 1);
        double total = Arrays.stream(weights).sum();
        for (int place = 0; place < profile.length; place++) {
            middle.clear();
            for (int i = 0; i < days.count(); i++) {
                // Days that count for nothing fill in where no other is known.
                middle.add(days.values(i)[place], weights[i] + 1e-9 * total);
            }
            double found = middle.get();
            profile[place] = Double.isNaN(found) ? mean : found;
        }
        return profile;
    }

    private static ForecastSpread spread(PastDays days, double[][] profiles, Duration width) {
        ForecastSpread spread = new ForecastSpread();
        for (int i = 0; i < days.count(); i++) {
            double[] day = days.values(i);
            for (int place = 0; place < day.length; place++) {
                if (!Double.isNaN(day[place])) {
                    spread.add(place * width.toSeconds(), 0, day[place] - profiles[days.kind(i)][place]);
                }
            }
        }
        return spread;
    }

    /** The model that wrote {@code snapshot}. */
    public static WeekProfile restore(byte[] snapshot) {
        SnapshotInput in = new SnapshotInput(NAME, SCHEMA, snapshot);
        SeriesCalendar days = SeriesCalendar.parse(in.text());
        Duration width = Duration.ofSeconds(in.integer());
        Instant end = Instant.ofEpochSecond(in.integer());
        double[][] profiles = new double[PastDays.kinds()][];
        Arrays.setAll(profiles, kind -> in.numbers());
        return new WeekProfile(days, width, end, profiles, new ForecastSpread(in));
    }

    @Override
    public byte[] snapshot() {
        SnapshotOutput out = new SnapshotOutput(NAME, SCHEMA)
                .text(days.text())
                .integer(width.toSeconds())
                .integer(end.getEpochSecond());
        Arrays.stream(profiles).forEach(out::numbers);
        spread.write(out);
        return out.toBytes();
    }

    @Override
    public Forecast forecast(int steps) {
        double[] means = new double[steps];
        double[] deviations = new double[steps];
        for (int i = 0; i < steps; i++) {
            Instant time = end.plus(width.multipliedBy(i));
            means[i] = profiles[PastDays.kind(calendar.day(time), calendar)][calendar.place(time)];
            deviations[i] = spread.deviation((long) calendar.secondOfDay(time), 0);
        }
        return new Forecast(end, width, Values.of(means), Values.of(deviations));
    }
}
