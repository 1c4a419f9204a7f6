package io.flowtide.chart;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.scoring.Severity;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a chart shows. All rows of numbers have one entry per bucket of {@code values}, or none at all when the row is
 * not known; a single unknown bucket is NaN.
 *
 * @param series the series
 * @param zone the zone in which the axis tells the time
 * @param width the width of a bucket
 * @param start the start of the first bucket
 * @param values what was observed, at least one bucket
 * @param expected what was expected
 * @param low the lower edge of the expected band
 * @param high the upper edge of the expected band
 * @param scores how unusual each bucket is; without scores there is no second panel
 * @param cutoff the score beyond which a bucket is anomalous
 * @param anomalies what is marked; parts outside the buckets are not shown
 * @param title one line, shown large
 * @param subtitle one line, shown below the title; may be empty
 * @param unit what the values count, for the axis: {@code requests per 5 min}
 * @param weekBefore what was observed at the same local times a week before
 */
public record ChartSpec(
        SeriesId series,
        ZoneId zone,
        Duration width,
        Instant start,
        Values values,
        Values expected,
        Values low,
        Values high,
        Values scores,
        Values cutoff,
        List<Span> anomalies,
        String title,
        String subtitle,
        String unit,
        Values weekBefore) {

    /** Without the week before. */
    public ChartSpec(
            SeriesId series,
            ZoneId zone,
            Duration width,
            Instant start,
            Values values,
            Values expected,
            Values low,
            Values high,
            Values scores,
            Values cutoff,
            List<Span> anomalies,
            String title,
            String subtitle,
            String unit) {
        this(
                series,
                zone,
                width,
                start,
                values,
                expected,
                low,
                high,
                scores,
                cutoff,
                anomalies,
                title,
                subtitle,
                unit,
                Values.empty());
    }

    /**
     * A stretch of anomalous buckets.
     *
     * @param start the start of the first anomalous bucket
     * @param end the end of the last one, exclusive
     * @param peak the start of the bucket whose size is written beside it
     * @param severity the worst of the stretch
     * @param direction which way
     */
    public record Span(Instant start, Instant end, Instant peak, Severity severity, Direction direction) {

        /** The stretch of an incident. */
        public static Span of(AnomalyDetected event) {
            return new Span(event.start(), event.end(), event.peak().bucket(), event.severity(), event.direction());
        }
    }

    public ChartSpec {
        anomalies = List.copyOf(anomalies);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    "A chart of " + series + " needs at least one bucket, but there is none");
        }
        if (width.isZero() || width.isNegative()) {
            throw new IllegalArgumentException("A chart of " + series + " needs a positive width, not " + width);
        }
        for (Values row : List.of(expected, low, high, scores, cutoff, weekBefore)) {
            if (!row.isEmpty() && row.size() != values.size()) {
                throw new IllegalArgumentException("A chart of " + series + " has " + values.size()
                        + " buckets, but one of its rows has " + row.size());
            }
        }
    }

    /** A series alone. */
    public static ChartSpec of(TimeSeries series, ZoneId zone, String title, String subtitle) {
        Values none = Values.empty();
        return new ChartSpec(
                series.id(),
                zone,
                series.width(),
                series.start(),
                series.values(),
                none,
                none,
                none,
                none,
                none,
                List.of(),
                title,
                subtitle,
                ChartText.unit(series.id(), series.width()));
    }

    /** The same picture with other values, and nothing expected of them. */
    ChartSpec showing(Values other) {
        return of(new TimeSeries(series, start, width, other), zone, title, subtitle);
    }

    /** With what is expected, and the edges of the band. */
    public ChartSpec expecting(Values mean, Values lower, Values upper) {
        return new ChartSpec(
                series, zone, width, start, values, mean, lower, upper, scores, cutoff, anomalies, title, subtitle,
                unit);
    }

    /**
     * The whole of a scored row.
     *
     * @param cutoff one number per bucket of the row, or none
     */
    public static ChartSpec of(
            ScoredWindow.Row row,
            Duration width,
            ZoneId zone,
            Values cutoff,
            List<Span> anomalies,
            String title,
            String subtitle) {
        return new ChartSpec(
                row.id(),
                zone,
                width,
                row.start(),
                row.values(),
                row.expected(),
                row.low(),
                row.high(),
                row.scores(),
                cutoff,
                anomalies,
                title,
                subtitle,
                ChartText.unit(row.id(), width));
    }

    /**
     * An incident within its scored window: the day before it and what followed.
     *
     * @throws IllegalArgumentException when the window does not hold the incident's series
     */
    public static ChartSpec of(ScoredWindow window, AnomalyDetected event) {
        ScoredWindow.Row row = window.series().stream()
                .filter(candidate -> candidate.id().equals(event.series()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The scored window from " + window.from() + " to "
                        + window.to() + " does not hold the series " + event.series()));
        Values cutoff = Values.constant(row.values().size(), event.cutoff());
        ChartSpec whole = of(
                row,
                window.width(),
                event.zone(),
                cutoff,
                List.of(Span.of(event)),
                ChartText.title(event),
                ChartText.subtitle(event));
        return whole.around(event.start(), event.end());
    }

    /** The part that explains what happened from {@code from} to {@code to}: at least a day before it, and what followed. */
    private ChartSpec around(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        Duration before = longer(Duration.ofDays(1), length.multipliedBy(2));
        Duration after = longer(Duration.ofHours(3), length);
        TimeSeries all = new TimeSeries(series, start, width, values);
        int first = Math.min(Math.max(all.indexOf(from.minus(before)), 0), values.size() - 1);
        int last = Math.max(Math.min(all.indexOf(to.plus(after)), values.size()), first + 1);
        return slice(first, last);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private ChartSpec slice(int from, int to) {
        List<Values> rows = Stream.of(expected, low, high, scores, cutoff, weekBefore)
                .map(row -> row.isEmpty() ? row : row.slice(from, to))
                .toList();
        return new ChartSpec(
                series,
                zone,
                width,
                start.plus(width.multipliedBy(from)),
                values.slice(from, to),
                rows.get(0),
                rows.get(1),
                rows.get(2),
                rows.get(3),
                rows.get(4),
                anomalies,
                title,
                subtitle,
                unit,
                rows.get(5));
    }

    /** The end of the last bucket. */
    public Instant end() {
        return start.plus(width.multipliedBy(values.size()));
    }

    /**
     * With what an earlier row of the same series observed at the same local times a week before; what it does not hold
     * is a gap.
     */
    public ChartSpec withWeekBefore(ScoredWindow.Row earlier) {
        double[] row = new double[values.size()];
        for (int i = 0; i < row.length; i++) {
            Instant time =
                    start.plus(width.multipliedBy(i)).atZone(zone).minusWeeks(1).toInstant();
            long index = Math.floorDiv(Duration.between(earlier.start(), time).toMillis(), width.toMillis());
            row[i] = index >= 0 && index < earlier.values().size()
                    ? earlier.values().get((int) index)
                    : Double.NaN;
        }
        return with(Values.of(row));
    }

    private ChartSpec with(Values before) {
        return new ChartSpec(
                series, zone, width, start, values, expected, low, high, scores, cutoff, anomalies, title, subtitle,
                unit, before);
    }
}
