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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * DeepAR: instances with {@code start}, {@code target}, {@code cat} and {@code dynamic_feat} (is it a holiday, is it a
 * weekend; known also of the future) in, quantiles of the next {@code steps} buckets out. To judge a series, each stretch
 * of {@code steps} buckets is forecast from what lies before it, all stretches in as few requests as possible; the first
 * {@code steps} buckets are context.
 *
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/dg/deepar-in-formats.html">DeepAR inference formats</a>
 */
final class DeepArEndpoint implements SeriesDetector, Forecaster {

    private static final int STEPS = 288;
    private static final int MOST_STEPS = 100_000;
    /** How far the 10 % and the 90 % quantile lie from the middle of a normal distribution, in standard deviations. */
    private static final double QUANTILE = 1.2815515655446004;

    private final Endpoints endpoints;
    private final Backend backend;
    private final SeriesCalendar calendar;
    private final int steps;

    /** @param calendar tells weekends and holidays when series are judged; forecasts bring their own */
    DeepArEndpoint(Endpoints endpoints, Backend backend, SeriesCalendar calendar) {
        this.endpoints = endpoints;
        this.backend = backend;
        this.calendar = calendar;
        this.steps = backend.option("steps", STEPS, MOST_STEPS);
    }

    @Override
    public Judgements judge(TimeSeries series, Instant from) {
        List<Judgement> judgements = new ArrayList<>(Collections.nCopies(series.size(), Judgements.NOT_JUDGED));
        List<Integer> starts = new ArrayList<>();
        for (int start = Math.max(steps, series.indexOf(from)); start < series.size(); start += steps) {
            starts.add(start);
        }
        DeepArRequests requests = new DeepArRequests(backend, calendar, steps);
        DeepArRequests.Answers answers = requests.ask(
                endpoints,
                starts.stream()
                        .map(start -> series.between(series.start(), series.time(start)))
                        .toList());
        for (int i = 0; i < starts.size(); i++) {
            for (int step = 0; step < steps && starts.get(i) + step < series.size(); step++) {
                int bucket = starts.get(i) + step;
                if (!series.time(bucket).isBefore(from)) {
                    double value = series.values().get(bucket);
                    judgements.set(bucket, judgement(answers.quantiles().get(i), step, value));
                }
            }
        }
        return new Judgements(backend.name(), answers.variant(), judgements);
    }

    private static Judgement judgement(DeepArRequests.Quantiles quantiles, int step, double value) {
        double middle = quantiles.middle()[step];
        return Deviations.judgement(
                middle,
                (middle - quantiles.low()[step]) / QUANTILE,
                (quantiles.high()[step] - middle) / QUANTILE,
                value);
    }

    @Override
    public ForecastModel train(TimeSeries history, SeriesCalendar own) {
        return new Outlook(backend.name(), wanted -> next(history, own, wanted));
    }

    private Forecast next(TimeSeries history, SeriesCalendar own, int wanted) {
        if (wanted > steps) {
            throw new IllegalArgumentException(backend.name() + " forecasts " + steps + " buckets (option steps), not "
                    + wanted + "; ask for a shorter horizon or train it with a longer prediction length");
        }
        DeepArRequests requests = new DeepArRequests(backend, own, steps);
        DeepArRequests.Quantiles quantiles =
                requests.ask(endpoints, List.of(history)).quantiles().get(0);
        double[] means = new double[wanted];
        double[] deviations = new double[wanted];
        for (int i = 0; i < wanted; i++) {
            means[i] = quantiles.middle()[i];
            deviations[i] = (quantiles.high()[i] - quantiles.low()[i]) / (2 * QUANTILE);
        }
        return new Forecast(history.end(), history.width(), Values.of(means), Values.of(deviations));
    }
}
