package io.flowtide.core.model.holtwinters;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the parameters whose forecasts from rolling origins come closest, over the whole horizon. The error of one step
 * would be the wrong guide: it is smallest for a level that follows every value, and such a model forgets its season.
 */
final class HoltWintersFit {

    private static final int SEARCH_STEPS = 80;
    private static final double TOLERANCE = 1e-4;
    /** Slow ones are searched more finely: the numbers of the search are the square roots of the weights. */
    private static final double[] LOW = {0, 0, 0, 0, 0.8, 0};

    private static final double[] HIGH = {1, 0.5, 1, 1, 1, 1};
    private static final List<double[]> STARTS =
            List.of(new double[] {0.1, 0.02, 0.5, 0.4, 0.98, 0.5}, new double[] {0.03, 0.01, 0.8, 0.7, 0.95, 0.9});

    private final SeasonForm form;
    private final double[] values;
    private final int begin;
    private final HoltWintersState start;
    private final RollingOrigins origins;
    private final int[] free;

    /**
     * @param values the whole series
     * @param lengths the seasons, ascending
     * @param origins what is compared
     */
    HoltWintersFit(SeasonForm form, double[] values, int[] lengths, RollingOrigins origins) {
        this.form = form;
        this.values = values;
        this.begin = lengths[lengths.length - 1];
        this.start = new StartState(form).of(Arrays.copyOf(values, Math.min(values.length, 2 * begin)), lengths);
        this.origins = origins;
        this.free = lengths.length == 1 ? new int[] {0, 1, 2, 4, 5} : new int[] {0, 1, 2, 3, 4, 5};
    }

    /**
     * @param parameters the best that were found
     * @param error their mean absolute error
     */
    record Result(SmoothingParameters parameters, double error) {}

    /** The best that a search from several starts finds. */
    Result search() {
        NelderMead search = new NelderMead(picked(LOW), picked(HIGH), SEARCH_STEPS, TOLERANCE);
        NelderMead.Corner best = STARTS.stream()
                .map(from -> search.minimize(at -> error(parameters(at)), picked(from), 0.15))
                .reduce((one, other) -> other.value() < one.value() ? other : one)
                .orElseThrow();
        return new Result(parameters(best.at()), best.value());
    }

    /** Given parameters, and how they do. */
    Result with(SmoothingParameters parameters) {
        return new Result(parameters, error(parameters));
    }

    SeasonForm form() {
        return form;
    }

    private double[] picked(double[] all) {
        return Arrays.stream(free).mapToDouble(i -> all[i]).toArray();
    }

    private SmoothingParameters parameters(double[] at) {
        double[] all = STARTS.get(0).clone();
        for (int i = 0; i < free.length; i++) {
            all[free[i]] = at[i];
        }
        return new SmoothingParameters(
                all[0] * all[0], all[1] * all[1], all[2] * all[2], all[3] * all[3], all[4], all[5]);
    }

    private double error(SmoothingParameters parameters) {
        double[] sum = new double[2];
        run(parameters, (index, lead, error) -> {
            sum[0] += Math.abs(error);
            sum[1]++;
        });
        return sum[1] == 0 ? 0 : sum[0] / sum[1];
    }

    /** Runs to the end of the series and tells every error on the way. */
    HoltWinters run(SmoothingParameters parameters, RollingOrigins.Errors errors) {
        HoltWinters recursion = new HoltWinters(form, parameters, start);
        origins.run(recursion, values, begin, errors);
        return recursion;
    }

    HoltWintersState start() {
        return start;
    }

    /** The step that the recursion begins with: the first after a period. */
    int begin() {
        return begin;
    }
}
