package io.flowtide.sagemaker;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.ForecastModel;
import io.flowtide.core.model.Forecaster;
import io.flowtide.core.model.Judgement;
import io.flowtide.core.model.Judgements;
import io.flowtide.core.model.SeriesDetector;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The mean predictor of the original system: {@code {"start":…,"end":…}} in, CSV {@code Timestamp,Value,Std} out, one row
 * per bucket of the range. Times without an offset are UTC.
 */
final class MeanEndpoint implements SeriesDetector, Forecaster {

    /** More rows than this are asked for in several requests. */
    private static final int MOST_ROWS = 20_000;

    private final Endpoints endpoints;
    private final Backend backend;

    MeanEndpoint(Endpoints endpoints, Backend backend) {
        this.endpoints = endpoints;
        this.backend = backend;
    }

    @Override
    public Judgements judge(TimeSeries series, Instant from) {
        int first = Math.min(Math.max(0, ceiling(series, from)), series.size());
        Expected expected = expected(series.time(first), series.width(), series.size() - first);
        List<Judgement> judgements = new ArrayList<>(series.size());
        for (int i = 0; i < series.size(); i++) {
            judgements.add(
                    i < first
                            ? Judgements.NOT_JUDGED
                            : judgement(expected, i - first, series.values().get(i)));
        }
        return new Judgements(backend.name(), expected.variant(), judgements);
    }

    /** The first bucket that does not start before {@code from}. */
    private static int ceiling(TimeSeries series, Instant from) {
        return series.indexOf(from.plus(series.width()).minusMillis(1));
    }

    private static Judgement judgement(Expected expected, int index, double value) {
        double deviation = expected.deviations()[index];
        return Deviations.judgement(expected.means()[index], deviation, deviation, value);
    }

    @Override
    public ForecastModel train(TimeSeries history, SeriesCalendar calendar) {
        return new Outlook(backend.name(), steps -> {
            Expected expected = expected(history.end(), history.width(), steps);
            return new Forecast(
                    history.end(), history.width(), Values.of(expected.means()), Values.of(expected.deviations()));
        });
    }

    private record Expected(double[] means, double[] deviations, String variant) {}

    private Expected expected(Instant start, Duration width, int buckets) {
        Map<Instant, MeanRow> rows = new HashMap<>();
        String variant = "";
        for (int from = 0; from < buckets; from += MOST_ROWS) {
            Instant end = start.plus(width.multipliedBy(Math.min(buckets, from + MOST_ROWS)));
            Endpoints.Answer answer = ask(start.plus(width.multipliedBy(from)), end);
            MeanRow.read(backend.endpoint(), answer.body()).forEach(row -> rows.put(row.time(), row));
            variant = answer.variant();
        }
        double[] means = new double[buckets];
        double[] deviations = new double[buckets];
        for (int i = 0; i < buckets; i++) {
            MeanRow row = row(rows, start.plus(width.multipliedBy(i)));
            means[i] = row.value();
            deviations[i] = row.deviation();
        }
        return new Expected(means, deviations, variant);
    }

    private MeanRow row(Map<Instant, MeanRow> rows, Instant time) {
        MeanRow row = rows.get(time);
        if (row == null) {
            throw new EndpointException(backend.endpoint(), "left out " + time + " of what was asked for");
        }
        return row;
    }

    private Endpoints.Answer ask(Instant start, Instant end) {
        String request = "{\"start\":\"%s\",\"end\":\"%s\"}".formatted(start, end);
        return endpoints.call(
                backend.endpoint(), "application/json", "text/csv", request.getBytes(StandardCharsets.UTF_8));
    }
}
