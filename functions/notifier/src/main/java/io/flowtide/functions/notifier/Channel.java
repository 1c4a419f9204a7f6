package io.flowtide.functions.notifier;

import io.flowtide.core.event.AnomalyDetected;

/** A way to tell people. Each stands alone: what happens to one is nothing to the others. */
interface Channel {

    /** The name under which deliveries are claimed; it stays, since the table knows it. */
    String name();

    /** Whether this channel is configured, and meant for this state of an incident. */
    boolean wants(AnomalyDetected event);

    /**
     * Tells people, or fails.
     *
     * @param attempt what earlier attempts did, and where this one may leave a note for the next
     * @param deadline until when it may try
     * @return what the channel answered, to be kept with the delivery
     * @throws ChannelException when nobody was told; the message says why, and what to do
     */
    String tell(Alert alert, Attempt attempt, Deadline deadline);

    /** Whether it is for reading at leisure as well, and not for waking people only. */
    default boolean takesDigests() {
        return false;
    }

    /** As {@link #tell(Alert, Attempt, Deadline)}, of what was not worth telling at once. */
    default String tell(Digest digest, Attempt attempt, Deadline deadline) {
        throw new UnsupportedOperationException(name() + " takes no digests");
    }
}
