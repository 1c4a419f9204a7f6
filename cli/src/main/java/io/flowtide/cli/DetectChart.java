package io.flowtide.cli;

import io.flowtide.chart.AnomalyChart;
import io.flowtide.chart.ChartSpec;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.model.Judgement;
import io.flowtide.core.scoring.Severity;
import io.flowtide.core.scoring.Verdict;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Collects what a detector says, to be drawn at the end. */
final class DetectChart {

    /** Anomalous buckets with no more calm ones between them are one stretch. */
    private static final int CALM = 2;

    private final TimeSeries series;
    private final ZoneId zone;
    private final String name;
    private final String detector;
    private final double[] expected;
    private final double[] low;
    private final double[] high;
    private final double[] scores;
    private final double[] cutOff;
    private final Verdict[] verdicts;

    DetectChart(TimeSeries series, ZoneId zone, String name, String detector) {
        this.series = series;
        this.zone = zone;
        this.name = name;
        this.detector = detector;
        this.expected = new double[series.size()];
        this.low = new double[series.size()];
        this.high = new double[series.size()];
        this.scores = new double[series.size()];
        this.cutOff = new double[series.size()];
        this.verdicts = new Verdict[series.size()];
    }

    void add(int index, Judgement judgement, Verdict verdict) {
        expected[index] = judgement.expected();
        low[index] = judgement.low();
        high[index] = judgement.high();
        scores[index] = judgement.score();
        cutOff[index] = verdict.threshold();
        verdicts[index] = verdict;
    }

    byte[] png() {
        ScoredWindow.Row row = new ScoredWindow.Row(
                series.id(),
                new ScoredWindow.ModelVersion(detector, ""),
                1,
                series.start(),
                series.values(),
                Values.of(expected),
                Values.of(low),
                Values.of(high),
                Values.of(scores),
                new TreeMap<>());
        List<ChartSpec.Span> anomalies = anomalies();
        return AnomalyChart.png(ChartSpec.of(
                row, series.width(), zone, Values.of(cutOff), anomalies, name, subtitle(anomalies.size())));
    }

    private String subtitle(int anomalies) {
        String found = anomalies == 1 ? "1 anomaly" : anomalies + " anomalies";
        return found + "  ·  " + series.start().atZone(zone).toLocalDate() + " to "
                + series.end().atZone(zone).toLocalDate() + "  ·  detector " + detector;
    }

    private List<ChartSpec.Span> anomalies() {
        List<ChartSpec.Span> spans = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (int i = 0; i < verdicts.length; i++) {
            if (!verdicts[i].anomaly()) {
                continue;
            }
            if (first >= 0 && i - last > CALM + 1) {
                spans.add(span(first, last));
                first = -1;
            }
            first = first < 0 ? i : first;
            last = i;
        }
        if (first >= 0) {
            spans.add(span(first, last));
        }
        return spans;
    }

    private ChartSpec.Span span(int first, int last) {
        int peak = first;
        Severity worst = Severity.LOW;
        for (int i = first; i <= last; i++) {
            Severity severity = verdicts[i].severity().orElse(Severity.LOW);
            worst = severity.atLeast(worst) ? severity : worst;
            peak = verdicts[i].anomaly() && scores[i] > scores[peak] ? i : peak;
        }
        Instant end = series.time(last + 1);
        return new ChartSpec.Span(
                series.time(first),
                end,
                series.time(peak),
                worst,
                verdicts[peak].direction().orElseThrow());
    }
}
