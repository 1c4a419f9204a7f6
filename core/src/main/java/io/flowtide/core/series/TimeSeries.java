package io.flowtide.core.series;

import java.time.Duration;
import java.time.Instant;

/**
 * A regular series: bucket {@code i} covers {@code [start + i * width, start + (i + 1) * width)}, and a gap is NaN.
 *
 * @param id the series' name
 * @param start the start of the first bucket
 * @param width the width of each bucket, positive
 * @param values one number per bucket, in the metric's own unit per bucket
 */
public record TimeSeries(SeriesId id, Instant start, Duration width, Values values) {

    public TimeSeries {
        if (width.isZero() || width.isNegative()) {
            throw new IllegalArgumentException(
                    "The buckets of " + id + " have the width " + width + "; it must be positive");
        }
    }

    public int size() {
        return values.size();
    }

    /** The start of bucket {@code index}. */
    public Instant time(int index) {
        return start.plus(width.multipliedBy(index));
    }

    /** The end of the last bucket, exclusive. */
    public Instant end() {
        return time(size());
    }

    /** The index of the bucket that holds {@code time}; negative or beyond {@link #size()} outside the series. */
    public int indexOf(Instant time) {
        return Math.toIntExact(Math.floorDiv(Duration.between(start, time).toMillis(), width.toMillis()));
    }

    /** The buckets from {@code from} (inclusive) to {@code to} (exclusive), clipped to what is there. */
    public TimeSeries between(Instant from, Instant to) {
        int first = Math.min(Math.max(indexOf(from), 0), size());
        int last = Math.min(Math.max(indexOf(to), first), size());
        return new TimeSeries(id, time(first), width, values.slice(first, last));
    }
}
