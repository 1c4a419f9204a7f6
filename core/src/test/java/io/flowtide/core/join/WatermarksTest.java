package io.flowtide.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatermarksTest {

    private static final ClosingRules RULES = ClosingRules.defaults();
    private static final Instant NOW = Instant.parse("2026-11-21T08:20:00Z");

    private final Source ahead = live("ahead", Duration.ofMinutes(5));
    private final Source behind = live("behind", Duration.ofMinutes(9));
    private final Source backfill = new Source("backfill", NOW.minus(Duration.ofDays(30)), Optional.empty());

    @Test
    void isTheLeastOfTheLiveSources() {
        assertThat(Watermarks.of(List.of(ahead, behind), NOW, RULES)).contains(behind.watermark());
    }

    @Test
    void isNotHeldBackByABackfill() {
        assertThat(Watermarks.of(List.of(ahead, backfill), NOW, RULES)).contains(ahead.watermark());
    }

    @Test
    void isTheGreatestOfTheOthersWhenNoneIsLive() {
        Source older = new Source("older", NOW.minus(Duration.ofDays(40)), Optional.empty());

        assertThat(Watermarks.of(List.of(backfill, older), NOW, RULES)).contains(backfill.watermark());
    }

    @Test
    void isNotThereWithoutASource() {
        assertThat(Watermarks.of(List.of(), NOW, RULES)).isEmpty();
    }

    @Test
    void followsTheClockOnceAllLiveSourcesAreQuiet() {
        Instant quiet = NOW.plus(RULES.expectedDelay());

        assertThat(Watermarks.of(List.of(ahead, behind), quiet, RULES)).contains(quiet);
    }

    private static Source live(String name, Duration age) {
        return new Source(name, NOW.minus(age), Optional.of(NOW));
    }
}
