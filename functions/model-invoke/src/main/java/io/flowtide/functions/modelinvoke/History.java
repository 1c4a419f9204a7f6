package io.flowtide.functions.modelinvoke;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import java.time.Instant;

/** The closed buckets of the series of a shard. */
@FunctionalInterface
interface History {

    /** The buckets of {@code [from, to)}, NaN where there is none. */
    TimeSeries between(SeriesId series, Instant from, Instant to);
}
