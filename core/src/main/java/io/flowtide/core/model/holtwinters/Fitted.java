package io.flowtide.core.model.holtwinters;

import io.flowtide.core.calendar.LocalGrid;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.ForecastSpread;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.util.Arrays;

/** A history with the parameters that were found for it in one form. */
final class Fitted {

    private final TimeSeries history;
    private final SeriesCalendar calendar;
    private final LocalGrid grid;
    private final HoltWintersFit fit;
    private final HoltWintersFit.Result result;

    Fitted(
            TimeSeries history,
            SeriesCalendar calendar,
            LocalGrid grid,
            HoltWintersFit fit,
            HoltWintersFit.Result result) {
        this.history = history;
        this.calendar = calendar;
        this.grid = grid;
        this.fit = fit;
        this.result = result;
    }

    double error() {
        return result.error();
    }

    HoltWintersModel model() {
        ForecastSpread spread = new ForecastSpread();
        long width = history.width().toSeconds();
        HoltWinters recursion = fit.run(
                result.parameters(), (index, lead, error) -> spread.add(grid.secondOfDay(index), lead * width, error));
        boolean negative = history.values().stream().anyMatch(value -> value < 0);
        return new HoltWintersModel(
                calendar,
                history.width(),
                history.end(),
                fit.form(),
                result.parameters(),
                recursion.state(),
                spread,
                negative);
    }

    /** The recursion's own components; before it begins, the start state reaches back. */
    Decomposition decomposition() {
        double[] values = grid.values();
        double[] trend = new double[values.length];
        double[] season = new double[values.length];
        HoltWintersState start = fit.start();
        HoltWinters first = new HoltWinters(fit.form(), SmoothingParameters.of(0, 0, 0), before(start));
        HoltWinters recursion = new HoltWinters(fit.form(), result.parameters(), start);
        for (int i = 0; i < values.length; i++) {
            HoltWinters now = i < fit.begin() ? first : recursion;
            season[i] = now.season();
            now.observe(values[i]);
            trend[i] = now.level();
        }
        return onHistory(trend, season);
    }

    /** The start state one period earlier, where the same seasons are next. */
    private HoltWintersState before(HoltWintersState start) {
        double[][] seasons = new double[start.seasons().length][];
        for (int k = 0; k < seasons.length; k++) {
            double[] season = start.seasons()[k];
            int back = Math.floorMod(-fit.begin(), season.length);
            seasons[k] = new double[season.length];
            for (int i = 0; i < season.length; i++) {
                seasons[k][i] = season[(i + back) % season.length];
            }
        }
        double level = start.level() - fit.begin() * start.trend();
        return new HoltWintersState(level, start.trend(), 0, seasons);
    }

    private Decomposition onHistory(double[] trend, double[] season) {
        int[] steps = new int[history.size()];
        Arrays.setAll(steps, i -> grid.index(history.time(i)));
        double[] residual = new double[steps.length];
        Arrays.setAll(residual, i -> history.values().get(i) - fit.form().join(trend[steps[i]], season[steps[i]]));
        return new Decomposition(
                fit.form(),
                history.start(),
                history.width(),
                history.values(),
                Values.of(Arrays.stream(steps).mapToDouble(step -> trend[step]).toArray()),
                Values.of(Arrays.stream(steps).mapToDouble(step -> season[step]).toArray()),
                Values.of(residual));
    }
}
