package io.flowtide.functions.notifier;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
interface Pause {

    void last(Duration duration);

    /** Waits as long as it says. */
    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ChannelException("Interrupted while waiting to try again", stop);
        }
    }
}
