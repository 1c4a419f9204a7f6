package io.flowtide.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.join.ClosingStep.Close;
import io.flowtide.core.join.ClosingStep.Ripen;
import io.flowtide.core.join.ClosingStep.Wait;
import io.flowtide.core.join.Frontier.Ripening;
import io.flowtide.core.series.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private static final Slot SLOT = Slot.parse("2026-11-21T08:05Z");
    private static final Instant NOW = Instant.parse("2026-11-21T08:26:00Z");
    private static final Duration SETTLE = ClosingRules.defaults().settle();

    private final Closing closing = new Closing(ClosingRules.defaults());

    @Test
    void waitsUntilTheWatermarkIsPastTheAllowedLateness() {
        Frontier frontier = closedUpTo(SLOT.minus(1));

        assertThat(closing.next(frontier, live(SLOT.end().plusSeconds(599)), NOW))
                .isEqualTo(new Wait());
        assertThat(closing.next(frontier, live(SLOT.end().plusSeconds(600)), NOW))
                .isEqualTo(new Close(SLOT));
    }

    @Test
    void closesAllThatMayCloseAtOnce() {
        assertThat(closing.next(closedUpTo(SLOT.minus(2)), live(SLOT.end().plusSeconds(600)), NOW))
                .isEqualTo(new Close(SLOT));
    }

    @Test
    void waitsWithoutSourcesAndWithNothingNew() {
        assertThat(closing.next(Frontier.START, List.of(), NOW)).isEqualTo(new Wait());
        assertThat(closing.next(closedUpTo(SLOT), live(SLOT.end().plusSeconds(600)), NOW))
                .isEqualTo(new Wait());
    }

    @Test
    void closesSilentSlotsByTheClock() {
        Source quiet = new Source("a", SLOT.end(), Optional.of(NOW.minus(Duration.ofMinutes(15))));

        assertThat(closing.next(closedUpTo(SLOT), List.of(quiet), NOW)).isEqualTo(new Close(SLOT.plus(1)));
    }

    @Test
    void letsItSettleWhileCatchingUp() {
        Instant watermark = SLOT.end().plusSeconds(600);
        Frontier behind = closedUpTo(SLOT.minus(100));

        assertThat(closing.next(behind, live(watermark), NOW)).isEqualTo(new Ripen(SLOT));
        assertThat(closing.next(
                        ripening(behind, SLOT),
                        live(watermark),
                        NOW.plus(SETTLE).minusMillis(1)))
                .isEqualTo(new Wait());
        assertThat(closing.next(ripening(behind, SLOT), live(watermark.plusSeconds(3000)), NOW.plus(SETTLE)))
                .as("only what has settled")
                .isEqualTo(new Close(SLOT));
    }

    @Test
    void letsTheVeryBeginningSettle() {
        assertThat(closing.next(Frontier.START, live(SLOT.end().plusSeconds(600)), NOW))
                .isEqualTo(new Ripen(SLOT));
    }

    @Test
    void startsSettlingAnewWhenWhatHadSettledIsClosed() {
        Frontier frontier = ripening(closedUpTo(SLOT.minus(100)), SLOT.minus(100));

        assertThat(closing.next(frontier, live(SLOT.end().plusSeconds(600)), NOW.plus(SETTLE)))
                .isEqualTo(new Ripen(SLOT));
    }

    @Test
    void doesNotSettleWhenToldNotTo() {
        ClosingRules hasty =
                new ClosingRules(Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofHours(24), Duration.ZERO);

        assertThat(new Closing(hasty).next(Frontier.START, live(SLOT.end().plusSeconds(600)), NOW))
                .isEqualTo(new Close(SLOT));
    }

    private static Frontier closedUpTo(Slot slot) {
        return new Frontier(Optional.of(slot), Optional.empty(), 0);
    }

    private static Frontier ripening(Frontier frontier, Slot upTo) {
        return new Frontier(frontier.closed(), Optional.of(new Ripening(upTo, NOW)), 0);
    }

    private static List<Source> live(Instant watermark) {
        return List.of(new Source("a", watermark, Optional.of(NOW)));
    }
}
