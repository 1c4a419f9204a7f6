package io.flowtide.core.model;

import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;

/**
 * What is expected of the buckets to come.
 *
 * @param start the start of the first bucket
 * @param width the width of each bucket
 * @param mean the expected value per bucket
 * @param deviation the standard deviation of that expectation per bucket, in the unit of the value
 */
public record Forecast(Instant start, Duration width, Values mean, Values deviation) {

    /** The start of bucket {@code index}. */
    public Instant time(int index) {
        return start.plus(width.multipliedBy(index));
    }

    public int size() {
        return mean.size();
    }
}
