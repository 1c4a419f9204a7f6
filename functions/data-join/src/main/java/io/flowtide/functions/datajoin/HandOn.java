package io.flowtide.functions.datajoin;

import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.SeriesTable;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.Keys;
import io.flowtide.core.join.WindowRange;
import io.flowtide.core.join.Windows;
import java.util.List;

/** Writes closed windows, one object per shard and window. */
final class HandOn {

    private final ObjectStore store;
    private final String lake;
    private final SeriesTable table;
    private final int shards;
    private final SeriesCalendar calendar;
    private final Tally tally;

    HandOn(ObjectStore store, String lake, SeriesTable table, int shards, SeriesCalendar calendar, Tally tally) {
        this.store = store;
        this.lake = lake;
        this.table = table;
        this.shards = shards;
        this.calendar = calendar;
        this.tally = tally;
    }

    /** @param ranges in ascending order */
    void stream(List<WindowRange> ranges, long historyVersion) {
        for (WindowRange range : ranges) {
            for (int shard = 0; shard < shards; shard++) {
                Windows.stream(
                                shard,
                                range,
                                table.slots(shard, range.lookBack(), range.to()),
                                table.known(shard),
                                calendar,
                                historyVersion)
                        .ifPresent(this::put);
            }
        }
    }

    private void put(JoinedWindow window) {
        store.put(lake, Keys.joined(window.shard(), window.from(), window.to()), window);
        tally.add(Tally.Count.WINDOWS, 1);
    }
}
