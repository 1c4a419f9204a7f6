package io.flowtide.core.join;

import io.flowtide.core.series.Slot;

/** What the closer should do next. */
public sealed interface ClosingStep {

    /** Nothing may close now. */
    record Wait() implements ClosingStep {}

    /**
     * Note that slots up to this one may close once they have settled.
     *
     * @param upTo the last of them
     */
    record Ripen(Slot upTo) implements ClosingStep {}

    /**
     * Close what is open.
     *
     * @param upTo the last slot to close
     */
    record Close(Slot upTo) implements ClosingStep {}
}
