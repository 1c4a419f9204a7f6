package io.flowtide.core.event;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Closed buckets {@code [from, to)} of all series of a shard, with the look-back that a detector needs:
 * {@code lake/joined/…}.
 *
 * @param schema {@value Documents#SCHEMA}
 * @param origin the stream, or a user's upload
 * @param shard the shard's number, 0 for an upload
 * @param from the start of the first new bucket
 * @param to the end of the last new bucket, exclusive
 * @param width the width of a bucket
 * @param zone the zone of the calendar
 * @param historyVersion grows whenever buckets older than the look-back were added or corrected, so that a model
 *     learned before that is known to be stale
 * @param calendar the calendar of the new buckets
 * @param series the series of the shard
 */
public record JoinedWindow(
        int schema,
        Origin origin,
        int shard,
        Instant from,
        Instant to,
        Duration width,
        ZoneId zone,
        long historyVersion,
        CalendarFeatures calendar,
        List<Row> series)
        implements Document {

    public JoinedWindow {
        series = List.copyOf(series);
    }

    /**
     * One series of the window.
     *
     * @param id the series
     * @param start the start of the look-back, at or before {@code from}
     * @param values one number per bucket of {@code [start, to)}
     * @param minutes one number per minute of {@code [from, to)}; empty for an upload
     */
    public record Row(SeriesId id, Instant start, Values values, Values minutes) {}

    /** The whole of a row, look-back included, as a series. */
    public TimeSeries timeSeries(Row row) {
        return new TimeSeries(row.id(), row.start(), width, row.values());
    }
}
