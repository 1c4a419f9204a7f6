package io.flowtide.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MinuteCountsTest {

    private static final SeriesId REQUESTS = SeriesId.total("requests");
    private static final Slot SLOT = Slot.parse("2026-11-21T08:05Z");
    private static final long START = SLOT.start().getEpochSecond();

    private final MinuteCounts counts = new MinuteCounts();

    @Test
    void aRecordIsSpreadInProportion() {
        counts.add(REQUESTS, START + 30, START + 120, 9);

        assertThat(counts.slots()).containsOnly(Map.entry(SLOT, row(3, 6, 0, 0, 0)));
    }

    @Test
    void whatDoesNotDivideGoesToTheLaterMinutes() {
        counts.add(REQUESTS, START, START + 180, 1);

        assertThat(counts.slots()).containsOnly(Map.entry(SLOT, row(0.333, 0.333, 0.334, 0, 0)));
    }

    @Test
    void aRecordWithoutDurationCountsInItsSecond() {
        counts.add(REQUESTS, START + 59, START + 59, 7);

        assertThat(counts.slots()).containsOnly(Map.entry(SLOT, row(7, 0, 0, 0, 0)));
    }

    @Test
    void aRecordMayReachIntoTheNextSlot() {
        counts.add(REQUESTS, START + 240, START + 360, 2);

        assertThat(counts.slots())
                .containsOnly(Map.entry(SLOT, row(0, 0, 0, 0, 1)), Map.entry(SLOT.next(), row(1, 0, 0, 0, 0)));
        assertThat(counts.firstMinute()).isEqualTo(Instant.parse("2026-11-21T08:09:00Z"));
        assertThat(counts.lastMinute()).isEqualTo(Instant.parse("2026-11-21T08:10:00Z"));
    }

    @Test
    void countsBeforeTheEpochHaveMinutesToo() {
        counts.add(REQUESTS, -30, 30, 2);

        assertThat(counts.firstMinute()).isEqualTo(Instant.parse("1969-12-31T23:59:00Z"));
        assertThat(counts.slots().get(Slot.parse("1970-01-01T00:00Z"))).isEqualTo(row(1, 0, 0, 0, 0));
    }

    @Test
    void nothingWasCountedAtFirst() {
        assertThat(counts.isEmpty()).isTrue();
        assertThat(counts.slots()).isEmpty();
        assertThat(counts.totalThousandths(REQUESTS)).isZero();
        assertThatThrownBy(counts::firstMinute).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aSumStaysAtTheGreatestNumber() {
        counts.addThousandths(REQUESTS, START, START, Long.MAX_VALUE);
        counts.addThousandths(REQUESTS, START, START, 1);

        assertThat(counts.totalThousandths(REQUESTS)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatNoNetworkCarriesIsRefused() {
        assertThatThrownBy(() -> counts.add(REQUESTS, START, START, Spreading.LARGEST_COUNT + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("requests/all");
        assertThatThrownBy(() -> counts.add(REQUESTS, START, START, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("negative");
    }

    @Test
    void aFullOneKeepsWhatItHas() {
        MinuteCounts small = new MinuteCounts(1);
        small.add(REQUESTS, START, START, 1);

        assertThatThrownBy(() -> small.add(REQUESTS, START + 300, START + 300, 1))
                .isInstanceOf(CapacityException.class)
                .hasMessageContaining("More than 1 series");
        assertThat(small.slots()).containsOnlyKeys(SLOT);
    }

    private static SortedMap<SeriesId, Values> row(double... minutes) {
        return new TreeMap<>(Map.of(REQUESTS, Values.of(minutes)));
    }
}
