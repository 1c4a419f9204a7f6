package io.flowtide.cli;

import io.flowtide.chart.AnomalyChart;
import io.flowtide.chart.ChartSpec;
import io.flowtide.chart.DecompositionChart;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.holtwinters.Decomposition;
import io.flowtide.core.series.Durations;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The pictures of a forecast. */
final class ForecastCharts {

    /** So many standard deviations to either side hold nine in ten normal errors. */
    private static final double NINE_IN_TEN = 1.645;
    /** The history that is shown before a forecast, in horizons. */
    private static final int SHOWN = 2;

    private final ZoneId zone;
    private final String title;

    ForecastCharts(ZoneId zone, String title) {
        this.zone = zone;
        this.title = title;
    }

    /** The end of the history, and the forecast with its band. */
    byte[] forecast(TimeSeries history, Forecast forecast, String forecaster) {
        Instant from = forecast.start().minus(forecast.width().multipliedBy((long) SHOWN * forecast.size()));
        TimeSeries shown = history.between(from, forecast.start());
        Values before = Values.constant(shown.size(), Double.NaN);
        Values after = Values.constant(forecast.size(), Double.NaN);
        TimeSeries all = new TimeSeries(
                shown.id(), shown.start(), shown.width(), shown.values().concat(after));
        String subtitle = "forecast of " + Durations.format(forecast.width().multipliedBy(forecast.size())) + " by "
                + forecaster + "  ·  the band holds nine in ten";
        return AnomalyChart.png(ChartSpec.of(all, zone, title, subtitle)
                .expecting(
                        before.concat(forecast.mean()),
                        before.concat(edge(forecast, -NINE_IN_TEN, history)),
                        before.concat(edge(forecast, NINE_IN_TEN, history))));
    }

    private static Values edge(Forecast forecast, double deviations, TimeSeries history) {
        boolean negative = history.values().stream().anyMatch(value -> value < 0);
        double[] edge = new double[forecast.size()];
        for (int i = 0; i < edge.length; i++) {
            double value =
                    forecast.mean().get(i) + deviations * forecast.deviation().get(i);
            edge[i] = negative ? value : Math.max(0, value);
        }
        return Values.of(edge);
    }

    /** Observed, trend, season and residual. */
    byte[] decomposition(TimeSeries history, Decomposition parts, String forecaster) {
        TimeSeries series = new TimeSeries(history.id(), parts.start(), parts.width(), parts.observed());
        String form = parts.form().name().toLowerCase(Locale.ROOT);
        return DecompositionChart.png(
                ChartSpec.of(series, zone, title, "taken apart by " + forecaster + ", " + form + " form"),
                List.of(
                        new DecompositionChart.Part("observed", parts.observed()),
                        new DecompositionChart.Part("trend", parts.trend()),
                        new DecompositionChart.Part("season", parts.season()),
                        new DecompositionChart.Part("residual", parts.residual())));
    }
}
