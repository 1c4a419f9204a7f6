package io.flowtide.core.training;

import io.flowtide.core.series.Values;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Keeps what is in service unless another one clearly beats it, so that chance does not swap models every week. */
final class Selection {

    /** A forecaster must be better by this share of the error, and at more than half of the origins. */
    private static final double MARGIN = 0.02;
    /** A detector must cost less by this: a fiftieth of the planted anomalies, or a false alarm in five weeks. */
    private static final double LESS = 0.02;

    private Selection() {}

    static Choice forecaster(List<ForecastScore> scores, String inService) {
        ForecastScore best = scores.stream()
                .min(Comparator.comparingDouble(ForecastScore::error))
                .orElseThrow();
        ForecastScore current = named(scores, inService);
        if (best.forecaster().equals(inService) || !Double.isFinite(best.error())) {
            return new Choice(inService, inService, false, inService + " is in service and nothing is better");
        }
        return Double.isFinite(current.error()) ? compared(best, current) : instead(best, current);
    }

    private static Choice instead(ForecastScore best, ForecastScore current) {
        String why = String.format(
                Locale.ROOT,
                "%s is %.2f %% off, %s in service could not forecast: %s",
                best.forecaster(),
                100 * best.error(),
                current.forecaster(),
                current.problem());
        return new Choice(best.forecaster(), current.forecaster(), true, why);
    }

    private static Choice compared(ForecastScore best, ForecastScore current) {
        boolean beats =
                best.error() < (1 - MARGIN) * current.error() && winsMoreThanHalf(best.byOrigin(), current.byOrigin());
        String why = String.format(
                Locale.ROOT,
                "%s is %.2f %% off, %s in service %.2f %%%s",
                best.forecaster(),
                100 * best.error(),
                current.forecaster(),
                100 * current.error(),
                beats
                        ? ""
                        : "; to take its place it must be better by 2 % of that and at more than half of the origins");
        return new Choice(beats ? best.forecaster() : current.forecaster(), current.forecaster(), beats, why);
    }

    private static ForecastScore named(List<ForecastScore> scores, String name) {
        return scores.stream()
                .filter(score -> score.forecaster().equals(name))
                .findFirst()
                .orElse(ForecastScore.failed(name, "it was not tried"));
    }

    private static boolean winsMoreThanHalf(Values best, Values current) {
        long wins = IntStream.range(0, best.size())
                .filter(i -> best.get(i) < current.get(i))
                .count();
        long compared = IntStream.range(0, best.size())
                .filter(i -> !Double.isNaN(best.get(i)) && !Double.isNaN(current.get(i)))
                .count();
        return 2 * wins > compared;
    }

    static Choice detector(List<DetectorScore> scores, String inService) {
        DetectorScore best = scores.stream()
                .min(Comparator.comparingDouble(DetectorScore::cost))
                .orElseThrow();
        double current = scores.stream()
                .filter(score -> score.detector().equals(inService))
                .mapToDouble(DetectorScore::cost)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
        if (best.detector().equals(inService)) {
            return new Choice(inService, inService, false, inService + " is in service and nothing is better");
        }
        boolean beats = best.cost() <= current - LESS;
        String why = String.format(
                Locale.ROOT,
                "%s finds %d of %d planted anomalies with %.1f false alarms a week and costs %.3f, %s in service %.3f%s",
                best.detector(),
                best.found(),
                best.planted(),
                best.falseAlarmsPerWeek(),
                best.cost(),
                inService,
                current,
                beats ? "" : "; to take its place it must cost 0.02 less");
        return new Choice(beats ? best.detector() : inService, inService, beats, why);
    }
}
