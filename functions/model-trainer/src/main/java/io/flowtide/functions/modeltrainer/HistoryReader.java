package io.flowtide.functions.modeltrainer;

import io.flowtide.aws.SeriesTable;
import io.flowtide.core.join.KnownSeries;
import io.flowtide.core.join.SlotHistory;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Reads the histories of some series day by day, so that never more than a day of all series of the shard is held. */
final class HistoryReader {

    private static final Duration DAY = Duration.ofDays(1);

    private final SeriesTable table;
    private final int shard;

    HistoryReader(SeriesTable table, int shard) {
        this.table = table;
        this.shard = shard;
    }

    /**
     * @param day where the histories end: its start
     * @param length how far they reach back at most; each begins on the day on which its series was first seen
     */
    SortedMap<SeriesId, TimeSeries> read(List<SeriesId> series, LocalDate day, Duration length) {
        SortedMap<SeriesId, KnownSeries> known = table.known(shard);
        SortedMap<SeriesId, DoubleStream.Builder> values = new TreeMap<>();
        series.forEach(id -> values.put(id, DoubleStream.builder()));
        Instant end = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant start = series.stream()
                .map(id -> known.get(id).first().start())
                .min(Instant::compareTo)
                .filter(first -> first.isAfter(end.minus(length)))
                .map(first -> first.atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant())
                .orElse(end.minus(length));
        for (Instant from = start; from.isBefore(end); from = from.plus(DAY)) {
            Slot first = new Slot(from);
            Slot last = new Slot(from.plus(DAY));
            SlotHistory slots = table.slots(shard, first, last);
            values.forEach((id, all) -> slots.series(id, known.get(id).first(), first, last).values().stream()
                    .forEach(all::add));
        }
        SortedMap<SeriesId, TimeSeries> histories = new TreeMap<>();
        values.forEach((id, all) ->
                histories.put(id, fromItsBeginning(id, start, all.build().toArray())));
        return histories;
    }

    /** What lies before the first value is not a gap: there was nothing yet. */
    private static TimeSeries fromItsBeginning(SeriesId id, Instant start, double[] values) {
        TimeSeries whole = new TimeSeries(id, start, Slot.WIDTH, Values.of(values));
        int first = 0;
        while (first < whole.size() && whole.values().isMissing(first)) {
            first++;
        }
        return whole.between(whole.time(first), whole.end());
    }
}
