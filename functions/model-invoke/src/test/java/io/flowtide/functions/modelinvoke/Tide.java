package io.flowtide.functions.modelinvoke;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.event.CalendarFeatures;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.Origin;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Traffic that rises and falls with the day, never twice the same, and ended by nothing: a function of time. */
final class Tide {

    static final SeriesId SERIES = SeriesId.total("requests");
    /** Where the look-back of the sample begins. */
    static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");
    /** The window that {@code joined-ready.json} is about. */
    static final Instant FROM = Instant.parse("2026-11-21T08:05:00Z");

    private Tide() {}

    static TimeSeries between(SeriesId series, Instant from, Instant to) {
        return new TimeSeries(
                series, from, Slot.WIDTH, Values.of(values(from, to).toArray()));
    }

    private static DoubleStream values(Instant from, Instant to) {
        return LongStream.range(0, Duration.between(from, to).dividedBy(Slot.WIDTH))
                .mapToDouble(index -> value(from.plus(Slot.WIDTH.multipliedBy(index))));
    }

    private static double value(Instant bucket) {
        double day = 2 * Math.PI * (bucket.getEpochSecond() % 86_400) / 86_400;
        long noise = bucket.getEpochSecond() / 300 * 7919 % 23;
        return Math.rint(1_000 - 600 * Math.cos(day)) + noise;
    }

    private static Instant dayBefore(Instant from) {
        return from.minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.DAYS);
    }

    /** One slot after {@link #FROM}, with the day before. */
    static JoinedWindow window(long historyVersion) {
        return window(Origin.STREAM, FROM, FROM.plus(Slot.WIDTH), historyVersion, SERIES);
    }

    static JoinedWindow window(Origin origin, Instant from, Instant to, long historyVersion, SeriesId... series) {
        Instant start = origin == Origin.STREAM ? dayBefore(from) : from;
        List<JoinedWindow.Row> rows = List.of(series).stream()
                .map(id ->
                        new JoinedWindow.Row(id, start, between(id, start, to).values(), Values.empty()))
                .toList();
        return new JoinedWindow(
                Documents.SCHEMA,
                origin,
                0,
                from,
                to,
                Slot.WIDTH,
                ZoneOffset.UTC,
                historyVersion,
                CalendarFeatures.of(from, to, Slot.WIDTH, SeriesCalendar.of(ZoneOffset.UTC)),
                rows);
    }
}
