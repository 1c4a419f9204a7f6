package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.Documents;
import io.flowtide.core.join.KnownSeries;
import io.flowtide.core.join.SlotSums;
import io.flowtide.core.join.StoredSlot;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each test has a shard of its own. */
class SeriesTableTest {

    private static final AtomicInteger SHARDS = new AtomicInteger(100);
    private static final double GAP = Double.NaN;
    private static final SeriesId ALL = SeriesId.total("requests");
    private static final Slot FIRST = Slot.parse("2026-11-21T08:00Z");
    private static final String HASH = "0123456789abcdef0123456789abcdef";
    private static final String OTHER_HASH = "ffffffffffffffffffffffffffffffff";

    private final SeriesTable table = new SeriesTable(Aws.DYNAMO, Aws.TABLE, Duration.ofMinutes(10));
    private final int shard = SHARDS.incrementAndGet();

    @Test
    void storesASlotWithThePartsThatAreInIt() {
        StoredSlot one = StoredSlot.NONE.plus(Map.of(HASH, sums(1)));
        StoredSlot two = one.plus(Map.of(OTHER_HASH, sums(2)));

        assertThat(table.slot(shard, FIRST)).isEqualTo(StoredSlot.NONE);
        assertThat(table.store(shard, FIRST, StoredSlot.NONE, one)).isTrue();
        assertThat(table.store(shard, FIRST, one, two)).isTrue();
        assertThat(table.slot(shard, FIRST)).isEqualTo(two);
    }

    @Test
    void refusesASlotThatAnotherChangedInTheMeantime() {
        StoredSlot one = StoredSlot.NONE.plus(Map.of(HASH, sums(1)));
        table.store(shard, FIRST, StoredSlot.NONE, one);

        assertThat(table.store(shard, FIRST, StoredSlot.NONE, StoredSlot.NONE.plus(Map.of(OTHER_HASH, sums(2)))))
                .isFalse();
        assertThat(table.slot(shard, FIRST)).isEqualTo(one);
    }

    @Test
    void givesTheHistoryOfASeries() {
        store(0, 5, 1, 6, 3, 7);
        table.widen(shard, ALL, KnownSeries.in(FIRST));

        TimeSeries history =
                table.history(shard, ALL, FIRST.minus(1).start(), FIRST.plus(5).start());

        assertThat(history.start()).isEqualTo(FIRST.minus(1).start());
        assertThat(history.values()).isEqualTo(Values.of(GAP, 5, 6, 0, 7, 0));
    }

    @Test
    void looksAtTheNeighboursOfWhatIsAskedFor() {
        store(0, 5, 3, 6, 10, 7);
        table.widen(shard, ALL, KnownSeries.in(FIRST));

        assertThat(values(1, 3)).as("between two").isEqualTo(Values.of(0, 0));
        assertThat(values(4, 6)).as("in a long silence").isEqualTo(Values.of(GAP, GAP));
        assertThat(values(11, 14)).as("at the end").isEqualTo(Values.of(0, 0, GAP));
        assertThat(values(2, 2)).isEqualTo(Values.empty());
    }

    @Test
    void knowsNothingOfASeriesThatWasNeverSeen() {
        store(0, 5);

        assertThat(values(0, 1)).isEqualTo(Values.of(GAP));
    }

    @Test
    void givesTheHistoryOfAllSeries() {
        store(0, 5, 1, 6);
        SeriesId later = SeriesId.of("requests", "action", "REJECT");
        table.widen(shard, ALL, KnownSeries.in(FIRST));
        table.widen(shard, later, KnownSeries.in(FIRST.plus(1)));

        Map<SeriesId, TimeSeries> history =
                table.history(shard, FIRST.start(), FIRST.plus(2).start());

        assertThat(history).containsOnlyKeys(ALL, later);
        assertThat(history.get(ALL).values()).isEqualTo(Values.of(5, 6));
        assertThat(history.get(later).values()).isEqualTo(Values.of(GAP, 0));
    }

    @Test
    void onlyEverWidensWhatIsKnownOfASeries() {
        KnownSeries early = KnownSeries.in(FIRST.minus(1000));
        KnownSeries middle = KnownSeries.in(FIRST);
        KnownSeries late = KnownSeries.in(FIRST.plus(1000));

        for (KnownSeries seen : List.of(middle, early, late, middle)) {
            table.widen(shard, ALL, seen);
        }

        assertThat(table.known(shard)).containsExactly(Map.entry(ALL, new KnownSeries(early.first(), late.lastDay())));
    }

    private Values values(int from, int to) {
        Instant start = FIRST.plus(from).start();
        return table.history(shard, ALL, start, FIRST.plus(to).start()).values();
    }

    private void store(int... slotsAndCounts) {
        for (int i = 0; i < slotsAndCounts.length; i += 2) {
            StoredSlot slot = StoredSlot.NONE.plus(Map.of(HASH, sums(slotsAndCounts[i + 1])));
            table.store(shard, FIRST.plus(slotsAndCounts[i]), StoredSlot.NONE, slot);
        }
    }

    private static SlotSums sums(long count) {
        return new SlotSums(Documents.SCHEMA, new TreeMap<>(Map.of(ALL, List.of(count * 1000, 0L, 0L, 0L, 0L))));
    }
}
