package io.flowtide.core.join;

import io.flowtide.core.series.Slot;
import java.time.Duration;

/**
 * Since when a series is known, so that its absence is told from its not being there yet.
 *
 * @param first the first slot that had it
 * @param lastDay the first slot of the last UTC day that had it
 */
public record KnownSeries(Slot first, Slot lastDay) {

    /** A series that was not seen for so long is not carried on as zeros: the length of the history that models learn. */
    public static final Duration REMEMBERED = Duration.ofDays(35);

    private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

    /** A series seen in one slot. */
    public static KnownSeries in(Slot slot) {
        long seconds = slot.start().getEpochSecond();
        return new KnownSeries(slot, new Slot(slot.start().minusSeconds(Math.floorMod(seconds, SECONDS_PER_DAY))));
    }

    public KnownSeries plus(KnownSeries other) {
        return new KnownSeries(
                first.compareTo(other.first) <= 0 ? first : other.first,
                lastDay.compareTo(other.lastDay) >= 0 ? lastDay : other.lastDay);
    }

    /** Whether a window {@code [from, to)} speaks of it. */
    public boolean isIn(Slot from, Slot to) {
        return first.compareTo(to) < 0
                && Duration.between(lastDay.start(), from.start()).compareTo(REMEMBERED) <= 0;
    }
}
