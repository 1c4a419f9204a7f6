package io.flowtide.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceTest {

    private static final ClosingRules RULES = ClosingRules.defaults();
    private static final Slot SLOT = Slot.parse("2026-11-21T08:05Z");
    private static final Instant ARRIVAL = Instant.parse("2026-11-21T08:14:00Z");

    private final Source live = Source.first("a", SLOT, ARRIVAL, RULES);

    @Test
    void reachesTheEndOfItsLatestSlot() {
        assertThat(live.watermark()).isEqualTo(SLOT.end());
        assertThat(live.after(SLOT.minus(3), ARRIVAL, RULES).watermark()).isEqualTo(SLOT.end());
        assertThat(live.after(SLOT.plus(1), ARRIVAL.plusSeconds(300), RULES).watermark())
                .isEqualTo(SLOT.plus(1).end());
    }

    @Test
    void neverReachesBeyondItsArrival() {
        Source ahead = live.after(SLOT.plus(1000), ARRIVAL.plusSeconds(1), RULES);

        assertThat(ahead.watermark()).isEqualTo(ARRIVAL.plusSeconds(1));
    }

    @Test
    void isLiveFromAFreshArrivalUntilItWasSilentForTooLong() {
        assertThat(live.isLive(ARRIVAL, RULES)).isTrue();
        assertThat(live.isLive(ARRIVAL.plus(RULES.alertMaxAge()), RULES)).isTrue();
        assertThat(live.isLive(ARRIVAL.plus(RULES.alertMaxAge()).plusMillis(1), RULES))
                .isFalse();
    }

    @Test
    void staysLiveWhenItSendsHistoryToo() {
        Source both = live.after(SLOT.minus(10_000), ARRIVAL.plusSeconds(60), RULES);

        assertThat(both).isEqualTo(live);
    }

    @Test
    void isNotLiveWhenItOnlySendsHistory() {
        Instant justTooLate = SLOT.end().plus(RULES.alertMaxAge()).plusMillis(1);

        Source backfill = Source.first("b", SLOT, justTooLate, RULES);

        assertThat(backfill.lastFresh()).isEqualTo(Optional.empty());
        assertThat(backfill.isLive(justTooLate, RULES)).isFalse();
        assertThat(backfill.watermark(justTooLate.plus(Duration.ofDays(1)), RULES))
                .isEqualTo(SLOT.end());
    }

    @Test
    void followsTheClockWhenItIsQuietForTheExpectedDelay() {
        Instant quiet = ARRIVAL.plus(RULES.expectedDelay());

        assertThat(live.watermark(quiet.minusMillis(1), RULES)).isEqualTo(SLOT.end());
        assertThat(live.watermark(quiet, RULES)).isEqualTo(quiet);
    }
}
