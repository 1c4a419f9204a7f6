package io.flowtide.core.join;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.event.CalendarFeatures;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.JoinedWindow.Row;
import io.flowtide.core.event.Origin;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the windows together that are handed on. */
public final class Windows {

    private Windows() {}

    /**
     * The window of a shard.
     *
     * @param history the slots of the window and of its look-back
     * @param known the series of the shard
     * @return empty when the shard has no series
     */
    public static Optional<JoinedWindow> stream(
            int shard,
            WindowRange range,
            SlotHistory history,
            Map<SeriesId, KnownSeries> known,
            SeriesCalendar calendar,
            long historyVersion) {
        SortedMap<SeriesId, KnownSeries> present = new TreeMap<>(known);
        present.values().removeIf(series -> !series.isIn(range.from(), range.to()));
        if (present.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = present.entrySet().stream()
                .map(series -> row(series.getKey(), series.getValue().first(), range, history))
                .toList();
        Instant from = range.from().start();
        Instant to = range.to().start();
        return Optional.of(new JoinedWindow(
                Documents.SCHEMA,
                Origin.STREAM,
                shard,
                from,
                to,
                Slot.WIDTH,
                calendar.zone(),
                historyVersion,
                CalendarFeatures.of(from, to, Slot.WIDTH, calendar),
                rows));
    }

    private static Row row(SeriesId id, Slot first, WindowRange range, SlotHistory history) {
        TimeSeries whole = history.series(id, first, range.lookBack(), range.to());
        return new Row(id, whole.start(), whole.values(), history.minutes(id, first, range.from(), range.to()));
    }

    /** The window of an uploaded series, all of it new. */
    public static JoinedWindow upload(TimeSeries series, SeriesCalendar calendar) {
        Row row = new Row(series.id(), series.start(), series.values(), Values.empty());
        return new JoinedWindow(
                Documents.SCHEMA,
                Origin.UPLOAD,
                0,
                series.start(),
                series.end(),
                series.width(),
                calendar.zone(),
                0,
                CalendarFeatures.of(series.start(), series.end(), series.width(), calendar),
                List.of(row));
    }
}
