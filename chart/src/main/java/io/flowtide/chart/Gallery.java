package io.flowtide.chart;

import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.scoring.Severity;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Made-up charts of every odd kind that a chart has to bear, by name: {@code flowtide charts} draws them for people to
 * look at, the tests compare them.
 */
public final class Gallery {

    static final Instant START = Instant.parse("2026-11-20T08:10:00Z");
    private static final Duration WIDTH = Duration.ofMinutes(5);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int DAY = 288;

    private Gallery() {}

    public static Map<String, ChartSpec> all() {
        Map<String, ChartSpec> samples = new LinkedHashMap<>();
        samples.put("spike", spike());
        samples.put("dip", tide(DAY, 480_000, 250, 20, 0.35, Direction.DIP));
        samples.put("silence", tide(DAY, 480_000, 262, 12, 0, Direction.SILENCE));
        samples.put("one-bucket", tide(DAY, 1_200, 280, 1, 4, Direction.SPIKE));
        samples.put("at-the-end", tide(DAY, 2_400_000, 287, 1, 3, Direction.SPIKE));
        samples.put("at-the-start", tide(DAY, 2_400_000, 0, 3, 3, Direction.SPIKE));
        samples.put("billions", tide(DAY, 3.4e9, 200, 6, 1.7, Direction.SPIKE));
        samples.put("fractions", tide(DAY, 0.04, 200, 6, 2.2, Direction.SPIKE));
        samples.put("gaps", gaps());
        samples.put("warm-up", warmUp());
        samples.put("one-point", onePoint());
        samples.put("zeros", plain("zeros", DAY, i -> 0));
        samples.put("constant", plain("constant", DAY, i -> 1_000_000_000));
        samples.put("all-gaps", plain("all gaps", DAY, i -> Double.NaN));
        samples.put("negative", plain("negative", DAY, i -> 40 * Math.sin(i / 20.0) - 30));
        samples.put("infinite", plain("infinite", DAY, i -> i == 50 ? Double.POSITIVE_INFINITY : i));
        samples.put("clock-forward", at(Instant.parse("2026-03-28T12:00:00Z")));
        samples.put("clock-back", at(Instant.parse("2026-10-24T12:00:00Z")));
        samples.put("weeks", weeks());
        samples.put("long-names", longNames());
        samples.put("week-before", weekBefore());
        return samples;
    }

    static ChartSpec spike() {
        return tide(DAY, 480_000, 262, 7, 1.9, Direction.SPIKE);
    }

    private static ChartSpec at(Instant start) {
        ChartSpec sample = spike();
        return new ChartSpec(
                sample.series(),
                sample.zone(),
                sample.width(),
                start,
                sample.values(),
                sample.expected(),
                sample.low(),
                sample.high(),
                sample.scores(),
                sample.cutoff(),
                List.of(span(start, 262, 7, Severity.MEDIUM, Direction.SPIKE)),
                sample.title(),
                sample.subtitle(),
                sample.unit());
    }

    static ChartSpec tide(int size, double level, int from, int length, double factor, Direction direction) {
        Random random = new Random(7);
        double[] expected = new double[size];
        double[] values = new double[size];
        double[] scores = new double[size];
        for (int i = 0; i < size; i++) {
            expected[i] = level * shape(i);
            boolean inside = i >= from && i < from + length;
            values[i] = expected[i] * (inside ? factor : 1 + 0.04 * random.nextGaussian());
            scores[i] = inside ? 0.999 : Math.min(0.97, Math.abs(0.35 * random.nextGaussian()));
        }
        return spec(values, expected, scores, List.of(span(START, from, length, Severity.HIGH, direction)));
    }

    private static double shape(int bucket) {
        double hour = (bucket * 5 / 60.0 + 9.2) % 24;
        return 0.25
                + 0.75 * Math.exp(-Math.pow((hour - 8) / 2.2, 2))
                + 0.65 * Math.exp(-Math.pow((hour - 17) / 2.8, 2));
    }

    static ChartSpec.Span span(Instant start, int from, int length, Severity severity, Direction direction) {
        Instant first = start.plus(WIDTH.multipliedBy(from));
        return new ChartSpec.Span(
                first,
                first.plus(WIDTH.multipliedBy(length)),
                first.plus(WIDTH.multipliedBy(length / 2)),
                severity,
                direction);
    }

    private static ChartSpec spec(double[] values, double[] expected, double[] scores, List<ChartSpec.Span> spans) {
        return new ChartSpec(
                SeriesId.total("requests"),
                BERLIN,
                WIDTH,
                START,
                Values.of(values),
                Values.of(expected),
                Values.of(expected).map(v -> v * 0.85),
                Values.of(expected).map(v -> v * 1.15),
                Values.of(scores),
                Values.constant(values.length, 0.985),
                spans,
                "Spike in requests/all",
                "Sat 21 Nov 2026, 07:00 to 07:35  ·  482k observed, 253k expected (+90%)",
                "requests per 5 min");
    }

    private static ChartSpec gaps() {
        ChartSpec sample = spike();
        double[] values = sample.values().toArray();
        for (int i = 60; i < 90; i++) {
            values[i] = Double.NaN;
        }
        values[75] = 100_000;
        return with(sample, Values.of(values), sample.expected());
    }

    private static ChartSpec warmUp() {
        ChartSpec sample = spike();
        double[] expected = sample.expected().toArray();
        for (int i = 0; i < 150; i++) {
            expected[i] = Double.NaN;
        }
        return with(sample, sample.values(), Values.of(expected));
    }

    private static ChartSpec with(ChartSpec sample, Values values, Values expected) {
        return new ChartSpec(
                sample.series(),
                sample.zone(),
                sample.width(),
                sample.start(),
                values,
                expected,
                expected.map(v -> v * 0.85),
                expected.map(v -> v * 1.15),
                sample.scores(),
                sample.cutoff(),
                sample.anomalies(),
                sample.title(),
                sample.subtitle(),
                sample.unit());
    }

    private static ChartSpec onePoint() {
        return spec(
                new double[] {480_000},
                new double[] {120_000},
                new double[] {0.99},
                List.of(span(START, 0, 1, Severity.HIGH, Direction.SPIKE)));
    }

    private static ChartSpec plain(String title, int size, IntToDoubleFunction value) {
        Values none = Values.empty();
        double[] values = IntStream.range(0, size).mapToDouble(value).toArray();
        return new ChartSpec(
                SeriesId.total("requests"),
                ZoneId.of("UTC"),
                WIDTH,
                START,
                Values.of(values),
                none,
                none,
                none,
                none,
                none,
                List.of(),
                title,
                "",
                "requests per 5 min");
    }

    static ChartSpec weeks() {
        ChartSpec sample = tide(38 * DAY, 480_000, 5_000, 12, 1.6, Direction.SPIKE);
        List<ChartSpec.Span> spans = new ArrayList<>();
        double[] values = sample.values().toArray();
        int[] starts = {1_200, 5_000, 5_200, 8_000, 10_500};
        for (int start : starts) {
            spans.add(span(START, start, 12, Severity.values()[start / 100 % 3], Direction.SPIKE));
            for (int i = start; i < start + 12; i++) {
                values[i] *= 2.1;
            }
        }
        return spec(values, sample.expected().toArray(), sample.scores().toArray(), spans);
    }

    private static ChartSpec longNames() {
        ChartSpec sample = spike();
        String name = "requests/service=" + "checkout-gateway-".repeat(12);
        return new ChartSpec(
                new SeriesId(name),
                sample.zone(),
                sample.width(),
                START,
                sample.values(),
                sample.expected(),
                sample.low(),
                sample.high(),
                sample.scores(),
                sample.cutoff(),
                sample.anomalies(),
                "Spike in " + name,
                "<b>&amp; ".repeat(40),
                sample.unit());
    }

    /** With a week before that was a little calmer, and has a gap. */
    private static ChartSpec weekBefore() {
        ChartSpec sample = spike();
        double[] before = tide(DAY, 430_000, 0, 0, 1, Direction.SPIKE).values().toArray();
        for (int i = 100; i < 120; i++) {
            before[i] = Double.NaN;
        }
        ScoredWindow.Row row = new ScoredWindow.Row(
                sample.series(),
                new ScoredWindow.ModelVersion("tide", "1"),
                1,
                START.minus(Duration.ofDays(7)),
                Values.of(before),
                Values.empty(),
                Values.empty(),
                Values.empty(),
                Values.empty(),
                new TreeMap<>());
        return sample.withWeekBefore(row);
    }
}
