package io.flowtide.functions.datajoin;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.Documents;
import io.flowtide.core.join.PartName;
import io.flowtide.core.join.SlotSums;
import io.flowtide.core.join.StoredSlot;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.functions.datajoin.PartReader.Part;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReplacementsTest {

    private static final SeriesId ALL = SeriesId.total("requests");
    private static final PartName FIRST = part("aaaa", "1");
    private static final PartName SECOND = part("aaaa", "2");
    private static final PartName OTHER = part("bbbb", "1");

    private final Map<PartName, Part> lake = new HashMap<>();
    private final Replacements replacements = new Replacements(name -> Optional.ofNullable(lake.get(name)));

    @Test
    void partsOfDifferentObjectsAddUp() {
        assertThat(additions(StoredSlot.NONE, written(FIRST, 1, 5), written(OTHER, 2, 7)))
                .isEqualTo(Map.of(FIRST.hash(), sums(5), OTHER.hash(), sums(7)));
    }

    @Test
    void aLaterVersionAddsTheDifference() {
        StoredSlot stored = slot(written(FIRST, 1, 5));

        assertThat(additions(stored, written(SECOND, 2, 3))).isEqualTo(Map.of(SECOND.hash(), sums(-2)));
    }

    @Test
    void anEarlierVersionThatArrivesLaterAddsNothing() {
        StoredSlot stored = slot(written(SECOND, 2, 3));

        assertThat(additions(stored, written(FIRST, 1, 5))).isEqualTo(Map.of(FIRST.hash(), SlotSums.EMPTY));
    }

    @Test
    void ofTwoThatArriveTogetherTheLaterCounts() {
        assertThat(additions(StoredSlot.NONE, written(SECOND, 2, 3), written(FIRST, 1, 5)))
                .isEqualTo(Map.of(SECOND.hash(), sums(3), FIRST.hash(), SlotSums.EMPTY));
    }

    @Test
    void whatIsInTheSlotAddsNothingAgain() {
        StoredSlot stored = slot(written(FIRST, 1, 5), written(SECOND, 2, 3));

        assertThat(additions(stored, written(FIRST, 1, 5))).isEmpty();
    }

    private static PartName part(String object, String version) {
        return new PartName(Slot.parse("2026-11-21T08:00Z"), "01234567", object.repeat(4) + version.repeat(16));
    }

    private PartName written(PartName name, long second, long count) {
        lake.put(name, new Part(sums(count), Instant.ofEpochSecond(second)));
        return name;
    }

    private static SlotSums sums(long count) {
        return new SlotSums(Documents.SCHEMA, new TreeMap<>(Map.of(ALL, List.of(count, 0L, 0L, 0L, 0L))));
    }

    private static StoredSlot slot(PartName... parts) {
        TreeSet<String> hashes = new TreeSet<>();
        for (PartName part : parts) {
            hashes.add(part.hash());
        }
        return new StoredSlot(hashes, SlotSums.EMPTY);
    }

    private Map<String, SlotSums> additions(StoredSlot stored, PartName... names) {
        Map<PartName, Part> arrived = new HashMap<>();
        for (PartName name : names) {
            arrived.put(name, lake.get(name));
        }
        return replacements.additions(stored, arrived);
    }
}
