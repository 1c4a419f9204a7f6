package io.flowtide.core.join;

import io.flowtide.core.series.Slot;
import java.time.Instant;
import java.util.Optional;

/**
 * How far slots are closed.
 *
 * @param closed the last closed slot; empty when none is
 * @param ripening while catching up, what may close soon
 * @param historyVersion how often history was changed after it was closed
 */
public record Frontier(Optional<Slot> closed, Optional<Ripening> ripening, long historyVersion) {

    /** Nothing is closed. */
    public static final Frontier START = new Frontier(Optional.empty(), Optional.empty(), 0);

    /**
     * @param upTo the last slot that the watermark had let close
     * @param since when that was
     */
    public record Ripening(Slot upTo, Instant since) {}

    boolean isClosed(Slot slot) {
        return closed.filter(last -> slot.compareTo(last) <= 0).isPresent();
    }
}
