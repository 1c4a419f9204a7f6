package io.flowtide.core.model.holtwinters;

import java.util.Arrays;

/**
 * The recursion. With one season of {@code m} steps and the additive form
 *
 * <pre>
 * l(t) = alpha (y(t) - s(t-m)) + (1 - alpha) (l(t-1) + phi b(t-1))
 * b(t) = beta (l(t) - l(t-1)) + (1 - beta) phi b(t-1)
 * s(t) = gamma (y(t) - l(t)) + (1 - gamma) s(t-m)
 * y(t+h|t) = l(t) + (phi + … + phi^h) b(t) + s(t+h-m) + rho^h e(t)
 * </pre>
 *
 * The multiplicative form has quotients and products in place of differences and sums. With two seasons each is smoothed
 * on what the other leaves, and {@code e(t)} is the error of the forecast of one step without its last term. A gap moves
 * the level along its trend and leaves the seasons as they are.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.6.3.324">P. R. Winters (1960), Forecasting sales by exponentially weighted
 *     moving averages</a>
 * @see <a href="https://doi.org/10.1057/palgrave.jors.2601589">J. W. Taylor (2003), Short-term electricity demand
 *     forecasting using double seasonal exponential smoothing</a>
 */
public final class HoltWinters {

    private final SeasonForm form;
    private final SmoothingParameters parameters;
    private final double[][] seasons;
    private double level;
    private double trend;
    private double error;
    private long time;

    /** Starts from a state; the season's number at index 0 is the next one. */
    public HoltWinters(SeasonForm form, SmoothingParameters parameters, HoltWintersState start) {
        this.form = form;
        this.parameters = parameters;
        this.level = start.level();
        this.trend = start.trend();
        this.error = start.error();
        this.seasons = start.seasons().clone();
        Arrays.setAll(seasons, i -> seasons[i].clone());
    }

    /** The state after all that was observed, each season from the next step on. */
    public HoltWintersState state() {
        double[][] turned = new double[seasons.length][];
        for (int k = 0; k < turned.length; k++) {
            double[] season = seasons[k];
            turned[k] = new double[season.length];
            int next = place(season);
            Arrays.setAll(turned[k], i -> season[(next + i) % season.length]);
        }
        return new HoltWintersState(level, trend, error, turned);
    }

    /** The forecast of the next step. */
    public double next() {
        return form.join(level + parameters.phi() * trend, season()) + parameters.rho() * error;
    }

    /** The level after what was observed. */
    public double level() {
        return level;
    }

    /** What the seasons together add to, or make of, the level at the next step. */
    public double season() {
        double joined = form.neutral();
        for (double[] season : seasons) {
            joined = form.join(joined, season[place(season)]);
        }
        return joined;
    }

    /** Takes notice of the next step; NaN is a gap. */
    public void observe(double value) {
        double ahead = level + parameters.phi() * trend;
        double damped = parameters.phi() * trend;
        if (Double.isNaN(value)) {
            level = ahead;
            trend = damped;
            error *= parameters.rho();
        } else {
            double season = season();
            error = value - form.join(ahead, season);
            double before = level;
            level = parameters.alpha() * form.without(value, season) + (1 - parameters.alpha()) * ahead;
            trend = parameters.beta() * (level - before) + (1 - parameters.beta()) * damped;
            smoothSeasons(form.without(value, level), season);
        }
        time++;
    }

    private void smoothSeasons(double seasonal, double joined) {
        for (int k = 0; k < seasons.length; k++) {
            double[] season = seasons[k];
            int place = place(season);
            double weight = k == 0 ? parameters.gamma() : parameters.omega();
            double own = season[place];
            double others = seasons.length == 1 ? form.neutral() : form.without(joined, own);
            season[place] = weight * form.without(seasonal, others) + (1 - weight) * own;
        }
    }

    private int place(double[] season) {
        return (int) (time % season.length);
    }

    /** The forecasts of the next {@code forecasts.length} steps. */
    public void forecast(double[] forecasts) {
        int[] places = new int[seasons.length];
        Arrays.setAll(places, k -> place(seasons[k]));
        double ahead = level;
        double step = trend;
        double rest = error;
        for (int h = 0; h < forecasts.length; h++) {
            step *= parameters.phi();
            ahead += step;
            rest *= parameters.rho();
            double joined = ahead;
            for (int k = 0; k < seasons.length; k++) {
                joined = form.join(joined, seasons[k][places[k]]);
                places[k] = places[k] + 1 == seasons[k].length ? 0 : places[k] + 1;
            }
            forecasts[h] = joined + rest;
        }
    }
}
