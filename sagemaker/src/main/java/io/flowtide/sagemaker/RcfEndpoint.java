package io.flowtide.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowtide.core.csv.Numbers;
import io.flowtide.core.model.Judgement;
import io.flowtide.core.model.Judgements;
import io.flowtide.core.model.Moments;
import io.flowtide.core.model.SeriesDetector;
import io.flowtide.core.series.TimeSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The built-in random cut forest of SageMaker: {@code text/csv} in, one row per bucket with its value and those before it
 * (the shingle); {@code {"scores":[{"score":…}]}} out. Its scores have a scale of their own, so what is told is how many
 * standard deviations a score lies above the mean of those before it in the same series. Gaps are not sent.
 *
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/dg/rcf-in-formats.html">RCF response formats</a>
 */
final class RcfEndpoint implements SeriesDetector {

    private static final int LONGEST_SHINGLE = 10_000;
    /** Of fewer scores the deviation says nothing. */
    private static final int ENOUGH = 12;

    private static final double CONFIDENT = 288;

    private final Endpoints endpoints;
    private final Backend backend;
    private final int shingle;

    RcfEndpoint(Endpoints endpoints, Backend backend) {
        this.endpoints = endpoints;
        this.backend = backend;
        this.shingle = backend.option("shingle", 1, LONGEST_SHINGLE);
    }

    @Override
    public Judgements judge(TimeSeries series, Instant from) {
        List<Integer> asked = IntStream.range(shingle - 1, series.size())
                .filter(index -> isWhole(series, index))
                .boxed()
                .toList();
        List<String> rows = asked.stream().map(index -> row(series, index)).toList();
        Scores scores = scores(rows);
        return new Judgements(backend.name(), scores.variant(), judgements(series, from, asked, scores.values()));
    }

    private boolean isWhole(TimeSeries series, int index) {
        return IntStream.rangeClosed(index - shingle + 1, index)
                .noneMatch(i -> series.values().isMissing(i));
    }

    private String row(TimeSeries series, int index) {
        return IntStream.rangeClosed(index - shingle + 1, index)
                .mapToObj(i -> Numbers.format(series.values().get(i)))
                .collect(Collectors.joining(","));
    }

    private record Scores(List<Double> values, String variant) {}

    private Scores scores(List<String> rows) {
        List<Double> values = new ArrayList<>(rows.size());
        String variant = "";
        for (Payloads.Payload payload : Payloads.of(
                backend.endpoint(),
                rows,
                Payloads.Framing.LINES,
                endpoints.settings().payload())) {
            Endpoints.Answer answer =
                    endpoints.call(backend.endpoint(), "text/csv", "application/json", payload.body());
            values.addAll(scores(answer, payload.records()));
            variant = answer.variant();
        }
        return new Scores(values, variant);
    }

    private List<Double> scores(Endpoints.Answer answer, int asked) {
        List<Double> scores = new ArrayList<>(asked);
        for (JsonNode score : AnswerJson.read(backend.endpoint(), answer.body()).path("scores")) {
            scores.add(AnswerJson.number(backend.endpoint(), score.path("score")));
        }
        if (scores.size() != asked) {
            throw new EndpointException(
                    backend.endpoint(), "answered " + scores.size() + " scores to " + asked + " rows");
        }
        return scores;
    }

    private List<Judgement> judgements(TimeSeries series, Instant from, List<Integer> asked, List<Double> scores) {
        Judgement[] judgements = new Judgement[series.size()];
        Moments before = new Moments();
        Moments values = new Moments();
        for (int i = 0; i < asked.size(); i++) {
            double value = series.values().get(asked.get(i));
            judgements[asked.get(i)] = judgement(scores.get(i), before, value - values.mean());
            before.add(scores.get(i));
            values.add(value);
        }
        Judgement unknown = new Judgement(Double.NaN, Double.NaN, Double.NaN, 0, 0, Map.of());
        return IntStream.range(0, series.size())
                .mapToObj(index -> series.time(index).isBefore(from)
                        ? Judgements.NOT_JUDGED
                        : judgements[index] == null ? unknown : judgements[index])
                .toList();
    }

    private static Judgement judgement(double score, Moments before, double side) {
        double deviations = before.count() < ENOUGH || before.standardDeviation() == 0
                ? 0
                : Math.max(0, (score - before.mean()) / before.standardDeviation());
        return new Judgement(
                Double.NaN,
                Double.NaN,
                Double.NaN,
                deviations,
                Math.min(1, before.count() / CONFIDENT),
                Map.of(Deviations.INPUT, side < 0 ? -deviations : deviations));
    }
}
