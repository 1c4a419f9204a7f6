package io.flowtide.core.training;

import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.Forecaster;
import io.flowtide.core.model.Forecasters;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries forecasters from rolling origins: each sees what lies before an origin, inspected as if the origin were now, and
 * is held against what came. What the whole history shows to be unusual is not held against anybody.
 *
 * @see <a href="https://doi.org/10.1016/S0169-2070(00)00065-0">Tashman (2000), Out-of-sample tests of forecasting
 *     accuracy</a>
 */
final class ForecastBacktest {

    private static final List<Duration> BORDERS = List.of(
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(4),
            Duration.ofDays(7));

    private final TrainingOptions options;
    private final TimeSeries observed;
    private final List<TimeSeries> known = new ArrayList<>();
    private final Map<String, Forecast> last = new HashMap<>();

    ForecastBacktest(Inspection inspection, TrainingOptions options) {
        this.options = options;
        this.observed = inspection.usable();
        for (Instant origin : Origins.of(inspection.history(), options).times()) {
            TimeSeries before = inspection.history().between(origin.minus(options.learned()), origin);
            known.add(Inspector.inspect(before, options.zone()).usable());
        }
    }

    ForecastScore score(String name) {
        Forecaster forecaster = Forecasters.create(name);
        ErrorSum all = new ErrorSum();
        ErrorSum[] byHorizon = new ErrorSum[BORDERS.size()];
        Arrays.setAll(byHorizon, border -> new ErrorSum());
        double[] byOrigin = new double[known.size()];
        try {
            for (int i = 0; i < byOrigin.length; i++) {
                ErrorSum origin = new ErrorSum();
                Forecast forecast = forecast(forecaster, i);
                add(forecast, List.of(all, origin), byHorizon);
                last.put(name, forecast);
                byOrigin[i] = origin.wape();
            }
        } catch (IllegalArgumentException unable) {
            return ForecastScore.failed(name, String.valueOf(unable.getMessage()));
        }
        return new ForecastScore(name, all.wape(), errors(byHorizon), Values.of(byOrigin), "");
    }

    /** What a forecaster that was scored said from the last origin on, to look at. */
    Forecast last(String name) {
        return last.get(name);
    }

    private Forecast forecast(Forecaster forecaster, int origin) {
        TimeSeries before = known.get(origin);
        Duration left = Duration.between(before.end(), observed.end());
        int steps = (int) Origins.shorter(options.horizon(), left).dividedBy(observed.width());
        return forecaster.forecast(before, options.calendar(), steps);
    }

    private void add(Forecast forecast, List<ErrorSum> sums, ErrorSum[] byHorizon) {
        int first = observed.indexOf(forecast.start());
        for (int i = 0; i < forecast.size(); i++) {
            double value = observed.values().get(first + i);
            double mean = forecast.mean().get(i);
            sums.forEach(sum -> sum.add(mean, value));
            byHorizon[border(observed.width().multipliedBy(i))].add(mean, value);
        }
    }

    private static int border(Duration ahead) {
        int border = 0;
        while (border + 1 < BORDERS.size() && BORDERS.get(border + 1).compareTo(ahead) <= 0) {
            border++;
        }
        return border;
    }

    private List<HorizonError> errors(ErrorSum[] byHorizon) {
        List<HorizonError> errors = new ArrayList<>();
        for (int i = 0; i < byHorizon.length; i++) {
            Duration to = i + 1 < BORDERS.size() ? BORDERS.get(i + 1) : options.horizon();
            if (byHorizon[i].buckets() > 0) {
                errors.add(byHorizon[i].between(BORDERS.get(i), Origins.shorter(to, options.horizon())));
            }
        }
        return errors;
    }
}
