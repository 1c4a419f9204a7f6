package io.flowtide.core.scoring;

import io.flowtide.core.event.AnomalyDetected.Peak;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.model.Judgement;
import io.flowtide.core.series.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs a cut-off over a row of a scored window. */
public final class Verdicts {

    private final Relevance relevance;

    public Verdicts(Relevance relevance) {
        this.relevance = relevance;
    }

    /**
     * @param window the window
     * @param row one of its rows; the cut-off sees the context as well, but only the new buckets are findings
     * @param scored where the window lies
     * @param cutOff a new cut-off, that has seen nothing
     */
    public Findings of(ScoredWindow window, ScoredWindow.Row row, ObjectVersion scored, CutOff cutOff) {
        List<Coverage.Range> judged = new ArrayList<>();
        List<Stretch> anomalies = new ArrayList<>();
        for (int i = 0; i < row.values().size(); i++) {
            Instant bucket = row.start().plus(window.width().multipliedBy(i));
            if (Double.isNaN(row.scores().get(i))) {
                continue;
            }
            Verdict verdict = cutOff.next(bucket, row.values().get(i), judgement(row, i));
            if (!bucket.isBefore(window.from()) && !row.values().isMissing(i)) {
                judged.add(new Coverage.Range(bucket, bucket.plus(window.width())));
                if (verdict.anomaly() && isWorthTelling(row, i)) {
                    anomalies.add(anomaly(window, row, i, verdict));
                }
            }
        }
        return new Findings(
                row.id(),
                window.origin(),
                window.to(),
                window.width(),
                window.zone(),
                row.confidence(),
                scored,
                new Coverage(judged),
                anomalies,
                Company.NONE);
    }

    private boolean isWorthTelling(ScoredWindow.Row row, int index) {
        return row.confidence() >= relevance.minimumConfidence()
                && relevance.deviates(row.values().get(index), row.expected().get(index));
    }

    private static Judgement judgement(ScoredWindow.Row row, int index) {
        Map<String, Double> attribution = row.attribution().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, input -> at(input.getValue(), index)));
        return new Judgement(
                row.expected().get(index),
                row.low().get(index),
                row.high().get(index),
                row.scores().get(index),
                row.confidence(),
                attribution);
    }

    private static double at(Values values, int index) {
        return values.isMissing(index) ? 0 : values.get(index);
    }

    private Stretch anomaly(ScoredWindow window, ScoredWindow.Row row, int index, Verdict verdict) {
        Peak peak = new Peak(
                row.start().plus(window.width().multipliedBy(index)),
                row.values().get(index),
                row.expected().get(index),
                row.low().get(index),
                row.high().get(index),
                row.scores().get(index));
        Severity severity = verdict.severity().orElseThrow();
        Stretch anomaly = Stretch.of(
                peak,
                window.width(),
                verdict.threshold(),
                severity,
                verdict.direction().orElseThrow());
        return relevance.quiet().hold(peak.bucket(), window.zone(), severity) ? anomaly.muted() : anomaly;
    }
}
