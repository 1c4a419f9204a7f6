package io.flowtide.core.join;

import io.flowtide.core.series.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The slots {@code [from, to)}.
 *
 * @param from the first
 * @param to the first that is not in it any more
 */
public record WindowRange(Slot from, Slot to) {

    /** How many slots a window has at most. */
    public static final int DAY = (int) Duration.ofDays(1).dividedBy(Slot.WIDTH);

    /**
     * The start of the look-back: of the UTC day that holds the time one day before. So the look-back holds a whole day and
     * begins where a snapshot of a model ends.
     */
    public Slot lookBack() {
        Slot dayBefore = from.minus(DAY);
        return new Slot(dayBefore.start().truncatedTo(ChronoUnit.DAYS));
    }

    /**
     * What is handed on of slots that closed: those that do not end before {@code now - alertMaxAge}, in ascending windows
     * of at most a day. Older slots are history.
     *
     * @param first the first slot that closed
     * @param last the last one
     */
    public static List<WindowRange> handedOn(Slot first, Slot last, Instant now, ClosingRules rules) {
        Slot young = Slot.holding(now.minus(rules.alertMaxAge()));
        Slot from = first.compareTo(young) < 0 ? young : first;
        List<WindowRange> windows = new ArrayList<>();
        while (from.compareTo(last) <= 0) {
            Slot to = from.plus(DAY).compareTo(last) <= 0 ? from.plus(DAY) : last.next();
            windows.add(new WindowRange(from, to));
            from = to;
        }
        return windows;
    }

    /** Whether a slot is older than the look-back of whatever is handed on after {@code closed}. */
    public static boolean isHistory(Slot slot, Slot closed) {
        return slot.compareTo(new WindowRange(closed.next(), closed.next()).lookBack()) < 0;
    }
}
