package io.flowtide.functions.modelinvoke;

import io.flowtide.aws.SeriesTable;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** Reads a stretch of a shard's history once for all its series, and keeps it while one window is scored. */
final class ShardHistory implements History {

    private record Stretch(Instant from, Instant to) {}

    private final SeriesTable table;
    private final int shard;
    private final Map<Stretch, SortedMap<SeriesId, TimeSeries>> read = new HashMap<>();

    ShardHistory(SeriesTable table, int shard) {
        this.table = table;
        this.shard = shard;
    }

    @Override
    public TimeSeries between(SeriesId series, Instant from, Instant to) {
        SortedMap<SeriesId, TimeSeries> history = read.computeIfAbsent(
                new Stretch(from, to), stretch -> table.history(shard, stretch.from(), stretch.to()));
        TimeSeries nothing = new TimeSeries(series, from, Slot.WIDTH, Values.empty());
        return history.getOrDefault(series, nothing);
    }
}
