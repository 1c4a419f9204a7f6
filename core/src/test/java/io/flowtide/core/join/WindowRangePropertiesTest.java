package io.flowtide.core.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WindowRangePropertiesTest {

    private static final Slot LAST = Slot.parse("2026-11-21T08:05Z");

    @Property
    void holdExactlyTheYoungSlotsInOrderAndAtMostADayEach(
            @ForAll @IntRange(max = 2000) int closed,
            @ForAll @IntRange(max = 5000) int minutesAgo,
            @ForAll @IntRange(min = 1, max = 100) int maxAgeHours) {
        Instant now = LAST.end().plus(Duration.ofMinutes(minutesAgo));
        ClosingRules rules =
                new ClosingRules(Duration.ZERO, Duration.ofMinutes(15), Duration.ofHours(maxAgeHours), Duration.ZERO);

        List<WindowRange> windows = WindowRange.handedOn(LAST.minus(closed), LAST, now, rules);

        Slot next = LAST.minus(closed);
        while (next.compareTo(LAST) <= 0 && !next.end().isAfter(now.minus(rules.alertMaxAge()))) {
            next = next.next();
        }
        for (WindowRange window : windows) {
            assertThat(window.from()).isEqualTo(next);
            assertThat(window.from().until(window.to())).isBetween(1L, (long) WindowRange.DAY);
            next = window.to();
        }
        assertThat(next).isEqualTo(LAST.next());
    }

    @Example
    void historyIsWhatIsOlderThanTheNextLookBack() {
        Slot dayBefore = Slot.parse("2026-11-20T00:00Z");

        assertThat(WindowRange.isHistory(dayBefore, LAST)).isFalse();
        assertThat(WindowRange.isHistory(dayBefore.minus(1), LAST)).isTrue();
        assertThat(new WindowRange(LAST.next(), LAST.plus(2)).lookBack()).isEqualTo(dayBefore);
    }

    @Example
    void theLookBackFromMidnightIsTheDayBefore() {
        Slot midnight = Slot.parse("2026-11-21T00:00Z");

        assertThat(new WindowRange(midnight, midnight.next()).lookBack()).isEqualTo(midnight.minus(WindowRange.DAY));
    }
}
