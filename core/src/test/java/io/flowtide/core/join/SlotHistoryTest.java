package io.flowtide.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotHistoryTest {

    private static final double GAP = Double.NaN;
    private static final SeriesId ALL = SeriesId.total("requests");
    private static final Slot ZERO = Slot.parse("2026-11-21T00:00Z");

    @Test
    void aSilenceIsZeros() {
        assertThat(values(0, 6, 0, 3, 4)).isEqualTo(Values.of(10, 0, 0, 10, 10, 0));
    }

    @Test
    void aLongSilenceIsAGap() {
        assertThat(values(0, 5, 0, 4)).as("15 minutes").isEqualTo(Values.of(10, 0, 0, 0, 10));
        assertThat(values(0, 6, 0, 5)).as("20 minutes").isEqualTo(Values.of(10, GAP, GAP, GAP, GAP, 10));
    }

    @Test
    void atTheEndASilenceIsZerosUntilItIsTooLong() {
        assertThat(values(0, 6, 1)).isEqualTo(Values.of(GAP, 10, 0, 0, 0, GAP));
    }

    @Test
    void neighboursTellWhatTheEdgesMean() {
        assertThat(values(1, 3, 0, 3)).isEqualTo(Values.of(0, 0));
        assertThat(values(1, 3, 0, 30)).isEqualTo(Values.of(GAP, GAP));
        assertThat(values(1, 3)).isEqualTo(Values.of(GAP, GAP));
    }

    @Test
    void nothingIsKnownOfASeriesBeforeItWasFirstSeen() {
        SlotHistory history = history(0, 1, 2);

        assertThat(history.series(ALL, ZERO.plus(2), ZERO, ZERO.plus(3)).values())
                .isEqualTo(Values.of(GAP, GAP, 10));
        assertThat(history.series(SeriesId.total("bytes"), ZERO.plus(1), ZERO, ZERO.plus(3))
                        .values())
                .isEqualTo(Values.of(GAP, 0, 0));
    }

    @Test
    void hasMinutesToo() {
        assertThat(history(0).minutes(ALL, ZERO, ZERO, ZERO.plus(2)))
                .isEqualTo(Values.of(0, 1, 2, 3, 4, 0, 0, 0, 0, 0));
    }

    private static Values values(int from, int to, int... slots) {
        return history(slots)
                .series(ALL, ZERO.minus(1000), ZERO.plus(from), ZERO.plus(to))
                .values();
    }

    private static SlotHistory history(int... slots) {
        Map<Slot, SlotSums> sums = new HashMap<>();
        for (int slot : slots) {
            sums.put(ZERO.plus(slot), SlotSumsTest.part(Map.of(ALL, Values.of(0, 1, 2, 3, 4))));
        }
        return new SlotHistory(sums, Duration.ofMinutes(15));
    }
}
