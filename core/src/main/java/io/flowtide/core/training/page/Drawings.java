package io.flowtide.core.training.page;

import io.flowtide.core.model.Forecast;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.training.Finding;
import io.flowtide.core.training.ForecastScore;
import io.flowtide.core.training.HorizonError;
import io.flowtide.core.training.Inspection;
import io.flowtide.core.training.TrainingResult;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What a report shows as a drawing. */
final class Drawings {

    private static final int HISTORY = 240;
    private static final int FORECAST = 260;
    private static final int ERRORS = 220;
    private static final Duration BEFORE = Duration.ofDays(2);

    private final TrainingResult result;
    private final ZoneId zone;

    Drawings(TrainingResult result) {
        this.result = result;
        this.zone = result.report().zone();
    }

    /** The colour of the forecaster {@code index}. */
    static String color(int index) {
        return "s" + (1 + index % 8);
    }

    /** The whole history, and what is excluded of it. */
    String history() {
        Inspection inspection = result.inspection();
        TimeSeries history = inspection.history();
        Plot plot = new Plot(
                "The history with what is excluded",
                HISTORY,
                Plot.at(history.start()),
                Plot.at(history.end()),
                Math.min(0, lowest(history)),
                highest(history));
        plot.values().days(zone);
        for (Finding finding : inspection.findings()) {
            plot.shade(
                    Plot.at(finding.from()),
                    Plot.at(finding.to()),
                    Words.style(finding.reason()),
                    Words.of(finding.reason()) + ": " + finding.why());
        }
        Outline outline = Outline.of(history, Plot.columns());
        return plot.line("observed", outline.at(), outline.values()).svg();
    }

    /** The last origin: what came, and what each forecaster had said. */
    String forecasts() {
        Forecast any = result.forecasts().values().iterator().next();
        TimeSeries shown = result.inspection().usable().between(any.start().minus(BEFORE), any.time(any.size()));
        double high = Math.max(
                highest(shown),
                result.forecasts().values().stream()
                        .mapToDouble(
                                forecast -> highest(forecast.mean().stream().toArray()))
                        .max()
                        .orElse(0));
        Plot plot = new Plot(
                "Forecasts from the last origin",
                FORECAST,
                Plot.at(shown.start()),
                Plot.at(shown.end()),
                Math.min(0, lowest(shown)),
                high);
        plot.values().days(zone);
        plot.shade(Plot.at(any.start()), Plot.at(any.time(any.size())), "ahead", "forecast from here on");
        Outline observed = Outline.of(shown, Plot.columns());
        plot.line("observed", observed.at(), observed.values());
        List<ForecastScore> scores = result.report().forecasters();
        for (int i = 0; i < scores.size(); i++) {
            Forecast forecast = result.forecasts().get(scores.get(i).forecaster());
            if (forecast != null) {
                TimeSeries line = new TimeSeries(shown.id(), forecast.start(), forecast.width(), forecast.mean());
                Outline outline = Outline.of(line, Plot.columns());
                plot.line(color(i), outline.at(), outline.values());
            }
        }
        return plot.svg();
    }

    /** The error of each forecaster by how far ahead. */
    String errors() {
        List<ForecastScore> scores = result.report().forecasters();
        List<HorizonError> longest = scores.stream()
                .map(ForecastScore::byHorizon)
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        double high = scores.stream()
                .flatMap(score -> score.byHorizon().stream())
                .mapToDouble(error -> 100 * error.wape())
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Plot plot = new Plot("Error by horizon in percent", ERRORS, -0.5, longest.size() - 0.5, 0, 1.1 * high);
        plot.values();
        for (int i = 0; i < longest.size(); i++) {
            plot.tick(i, Words.range(longest.get(i)));
        }
        for (int i = 0; i < scores.size(); i++) {
            double[] at = new double[scores.get(i).byHorizon().size()];
            Arrays.setAll(at, index -> index);
            double[] wape = scores.get(i).byHorizon().stream()
                    .mapToDouble(error -> 100 * error.wape())
                    .toArray();
            plot.line(color(i), at, wape).dots(color(i), at, wape);
        }
        return plot.svg();
    }

    private static double highest(TimeSeries series) {
        return highest(series.values().toArray());
    }

    private static double highest(double... values) {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    }

    private static double lowest(TimeSeries series) {
        return series.values().stream().filter(Double::isFinite).min().orElse(0);
    }
}
