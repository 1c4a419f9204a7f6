package io.flowtide.core.model.naive;

import io.flowtide.core.calendar.LocalCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.ForecastModel;
import io.flowtide.core.model.ForecastSpread;
import io.flowtide.core.model.Forecaster;
import io.flowtide.core.model.SnapshotInput;
import io.flowtide.core.model.SnapshotOutput;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The next week will be as the last one was, by the clocks of the zone; a gap is filled from the week before. */
public final class NaiveWeek implements ForecastModel {

    /** The forecaster's name, and what stands in front of a snapshot. */
    public static final String NAME = "naive-week";

    private static final int SCHEMA = 1;
    private static final long WEEK = Duration.ofDays(7).toSeconds();

    private final SeriesCalendar days;
    private final Duration width;
    private final Instant end;
    /** By place in a week that begins on a Thursday at midnight, as 1970 did. */
    private final double[] week;

    private final ForecastSpread spread;

    private NaiveWeek(SeriesCalendar days, Duration width, Instant end, double[] week, ForecastSpread spread) {
        this.days = days;
        this.width = width;
        this.end = end;
        this.week = week;
        this.spread = spread;
    }

    /** The forecaster that trains this. */
    public static Forecaster forecaster() {
        return NaiveWeek::train;
    }

    private static NaiveWeek train(TimeSeries history, SeriesCalendar days) {
        LocalCalendar calendar = new LocalCalendar(history.width(), days);
        double[] week = new double[(int) (WEEK / history.width().toSeconds())];
        Arrays.fill(week, Double.NaN);
        ForecastSpread spread = new ForecastSpread();
        for (int i = 0; i < history.size(); i++) {
            double value = history.values().get(i);
            if (!Double.isNaN(value)) {
                int place = place(calendar, history.time(i), week.length);
                if (!Double.isNaN(week[place])) {
                    spread.add((long) calendar.secondOfDay(history.time(i)), 0, value - week[place]);
                }
                week[place] = value;
            }
        }
        if (Arrays.stream(week).allMatch(Double::isNaN)) {
            throw new IllegalArgumentException("There is no value of " + history.id() + " to repeat");
        }
        double mean = Arrays.stream(week).filter(Double::isFinite).average().orElseThrow();
        Arrays.setAll(week, i -> Double.isNaN(week[i]) ? mean : week[i]);
        return new NaiveWeek(days, history.width(), history.end(), week, spread);
    }

    private static int place(LocalCalendar calendar, Instant time, int places) {
        return (int) (Math.floorMod(calendar.localSecond(time), WEEK) * places / WEEK);
    }

    /** The model that wrote {@code snapshot}. */
    public static NaiveWeek restore(byte[] snapshot) {
        SnapshotInput in = new SnapshotInput(NAME, SCHEMA, snapshot);
        SeriesCalendar days = SeriesCalendar.parse(in.text());
        Duration width = Duration.ofSeconds(in.integer());
        Instant end = Instant.ofEpochSecond(in.integer());
        return new NaiveWeek(days, width, end, in.numbers(), new ForecastSpread(in));
    }

    @Override
    public byte[] snapshot() {
        SnapshotOutput out = new SnapshotOutput(NAME, SCHEMA)
                .text(days.text())
                .integer(width.toSeconds())
                .integer(end.getEpochSecond())
                .numbers(week);
        spread.write(out);
        return out.toBytes();
    }

    @Override
    public Forecast forecast(int steps) {
        LocalCalendar calendar = new LocalCalendar(width, days);
        double[] means = new double[steps];
        double[] deviations = new double[steps];
        for (int i = 0; i < steps; i++) {
            Instant time = end.plus(width.multipliedBy(i));
            means[i] = week[place(calendar, time, week.length)];
            deviations[i] = spread.deviation((long) calendar.secondOfDay(time), 0);
        }
        return new Forecast(end, width, Values.of(means), Values.of(deviations));
    }
}
