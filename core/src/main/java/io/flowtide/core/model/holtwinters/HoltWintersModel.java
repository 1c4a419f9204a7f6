package io.flowtide.core.model.holtwinters;

import io.flowtide.core.calendar.LocalCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.ForecastModel;
import io.flowtide.core.model.ForecastSpread;
import io.flowtide.core.model.SnapshotInput;
import io.flowtide.core.model.SnapshotOutput;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The state of a recursion at the end of a history, and how far its forecasts were off. */
public final class HoltWintersModel implements ForecastModel {

    /** What stands in front of a snapshot. */
    public static final String NAME = "holt-winters";

    private static final int SCHEMA = 1;

    private final SeriesCalendar days;
    private final Duration width;
    private final Instant end;
    private final SeasonForm form;
    private final SmoothingParameters parameters;
    private final HoltWintersState state;
    private final ForecastSpread spread;
    private final boolean negative;

    HoltWintersModel(
            SeriesCalendar days,
            Duration width,
            Instant end,
            SeasonForm form,
            SmoothingParameters parameters,
            HoltWintersState state,
            ForecastSpread spread,
            boolean negative) {
        this.days = days;
        this.width = width;
        this.end = end;
        this.form = form;
        this.parameters = parameters;
        this.state = state;
        this.spread = spread;
        this.negative = negative;
    }

    /** The model that wrote {@code snapshot}. */
    public static HoltWintersModel restore(byte[] snapshot) {
        SnapshotInput in = new SnapshotInput(NAME, SCHEMA, snapshot);
        SeriesCalendar days = SeriesCalendar.parse(in.text());
        Duration width = Duration.ofSeconds(in.integer());
        Instant end = Instant.ofEpochSecond(in.integer());
        SeasonForm form = SeasonForm.valueOf(in.text());
        double[] weights = in.numbers();
        SmoothingParameters parameters =
                new SmoothingParameters(weights[0], weights[1], weights[2], weights[3], weights[4], weights[5]);
        double[] level = in.numbers();
        double[][] seasons = new double[in.small()][];
        Arrays.setAll(seasons, i -> in.numbers());
        HoltWintersState state = new HoltWintersState(level[0], level[1], level[2], seasons);
        return new HoltWintersModel(days, width, end, form, parameters, state, new ForecastSpread(in), in.flag());
    }

    @Override
    public byte[] snapshot() {
        SnapshotOutput out = new SnapshotOutput(NAME, SCHEMA)
                .text(days.text())
                .integer(width.toSeconds())
                .integer(end.getEpochSecond())
                .text(form.name())
                .numbers(new double[] {
                    parameters.alpha(), parameters.beta(), parameters.gamma(),
                    parameters.omega(), parameters.phi(), parameters.rho()
                })
                .numbers(new double[] {state.level(), state.trend(), state.error()})
                .integer(state.seasons().length);
        Arrays.stream(state.seasons()).forEach(out::numbers);
        spread.write(out);
        return out.flag(negative).toBytes();
    }

    /** Additive or multiplicative, whichever forecast the past better. */
    public SeasonForm form() {
        return form;
    }

    /** What was fitted. */
    public SmoothingParameters parameters() {
        return parameters;
    }

    @Override
    public Forecast forecast(int steps) {
        LocalCalendar calendar = new LocalCalendar(width, days);
        int[] ahead = ahead(calendar, steps);
        double[] onClocks = new double[Arrays.stream(ahead).max().orElse(0)];
        new HoltWinters(form, parameters, state).forecast(onClocks);
        double[] means = new double[steps];
        double[] deviations = new double[steps];
        for (int i = 0; i < steps; i++) {
            double mean = onClocks[ahead[i] - 1];
            means[i] = negative ? mean : Math.max(0, mean);
            long second = (long) calendar.secondOfDay(end.plus(width.multipliedBy(i)));
            deviations[i] = spread.deviation(second, (i + 1) * width.toSeconds());
        }
        return new Forecast(end, width, Values.of(means), Values.of(deviations));
    }

    /** How many steps of the clocks each bucket lies ahead; not the same as its number when the clocks are changed. */
    private int[] ahead(LocalCalendar calendar, int steps) {
        long last = calendar.localSecond(end.minus(width));
        int[] ahead = new int[steps];
        Arrays.setAll(ahead, i -> (int) Math.max(
                1, Math.floorDiv(calendar.localSecond(end.plus(width.multipliedBy(i))) - last, width.toSeconds())));
        return ahead;
    }
}
