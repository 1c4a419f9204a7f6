package io.flowtide.core.training;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import io.flowtide.core.synthetic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Generated traffic in which something went wrong. */
final class Histories {

    static final SeriesId ID = SeriesId.total("requests");
    /** A Monday. */
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    static final Duration WIDTH = Duration.ofMinutes(10);

    private Histories() {}

    static TimeSeries weeks(int weeks, long seed) {
        return weeks(weeks, seed, ZoneOffset.UTC);
    }

    static TimeSeries weeks(int weeks, long seed, ZoneId zone) {
        return new Traffic(zone, 300, seed, List.of())
                .series(ID, START, START.plus(Duration.ofDays(7L * weeks)), WIDTH);
    }

    static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    static TimeSeries scaled(TimeSeries series, Instant from, Instant to, double factor) {
        return changed(series, from, to, value -> value * factor);
    }

    static TimeSeries missing(TimeSeries series, Instant from, Instant to) {
        return changed(series, from, to, value -> Double.NaN);
    }

    static TimeSeries changed(TimeSeries series, Instant from, Instant to, DoubleUnaryOperator change) {
        double[] values = series.values().toArray();
        for (int i = series.indexOf(from); i < series.indexOf(to); i++) {
            values[i] = change.applyAsDouble(values[i]);
        }
        return new TimeSeries(series.id(), series.start(), series.width(), Values.of(values));
    }

    /** Days that look like what is left of a Sunday: the shape and not only the size is another. */
    static TimeSeries holidays(TimeSeries series, int fromDay, int toDay) {
        double[] values = series.values().toArray();
        int perDay = (int) Duration.ofDays(1).dividedBy(series.width());
        for (int i = fromDay * perDay; i < toDay * perDay; i++) {
            double sunday = values[6 * perDay + i % perDay];
            values[i] = 0.6 * sunday + 0.02 * values[i];
        }
        return new TimeSeries(series.id(), series.start(), series.width(), Values.of(values));
    }
}
