package io.flowtide.core.event;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a series is expected to do, so that whoever serves it can scale ahead of the rush.
 *
 * @param schema the version of the contract
 * @param series the series
 * @param zone the zone of its calendar
 * @param from the start of the first bucket, which is also the end of what was known
 * @param width the width of each bucket
 * @param forecaster which forecaster said so
 * @param mean the expected value per bucket, in the metric's own unit
 * @param deviation its standard deviation per bucket; {@code mean + 1.645 deviation} is exceeded by one bucket in twenty
 */
public record SeriesForecast(
        int schema,
        SeriesId series,
        ZoneId zone,
        Instant from,
        Duration width,
        String forecaster,
        Values mean,
        Values deviation)
        implements Document {}
