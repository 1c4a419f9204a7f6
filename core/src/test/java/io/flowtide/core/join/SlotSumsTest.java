package io.flowtide.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.Documents;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SlotSumsTest {

    private static final SeriesId ALL = SeriesId.total("requests");
    private static final SeriesId REJECT = SeriesId.of("requests", "action", "REJECT");

    @Test
    void addExactly() {
        SlotSums sums = part(Map.of(ALL, Values.of(0.1, 0, 1, 2, 3)))
                .plus(part(Map.of(ALL, Values.of(0.2, 0, 1, 2, Double.NaN), REJECT, Values.of(0, 0, 0, 0, 5))));

        assertThat(sums.minutes(ALL)).isEqualTo(Values.of(0.3, 0, 2, 4, 3));
        assertThat(sums.total(ALL)).isEqualTo(9.3);
        assertThat(sums.total(REJECT)).isEqualTo(5);
    }

    @Test
    void areZeroForASeriesThatNoPartHad() {
        assertThat(SlotSums.EMPTY.minutes(ALL)).isEqualTo(Values.of(0, 0, 0, 0, 0));
        assertThat(SlotSums.EMPTY.total(ALL)).isZero();
    }

    @Test
    void canBeDividedIntoShards() {
        SlotSums sums = part(Map.of(ALL, Values.of(1, 1, 1, 1, 1), REJECT, Values.of(0, 0, 0, 0, 5)));

        assertThat(sums.only(REJECT::equals).thousandths()).containsOnlyKeys(REJECT);
    }

    @Test
    void areStoredAsWholeNumbers() {
        SlotSums sums = part(Map.of(ALL, Values.of(0.001, 0, 1, 2, 3_000_000_000_000.0)));

        byte[] json = Documents.write(sums);

        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"schema\":1,\"thousandths\":{\"requests/all\":[1,0,1000,2000,3000000000000000]}}");
        assertThat(Documents.read(json, SlotSums.class)).isEqualTo(sums);
    }

    static SlotSums part(Map<SeriesId, Values> minutes) {
        SortedMap<SeriesId, Values> sorted = new TreeMap<>(minutes);
        return SlotSums.of(new PartialCounts(
                new ObjectVersion("b", "k", ""), Instant.EPOCH, Slot.parse("2026-11-21T08:05Z"), sorted));
    }
}
