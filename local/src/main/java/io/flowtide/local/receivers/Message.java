package io.flowtide.local.receivers;

import java.time.Instant;
import java.util.Optional;

/**
 * What one of the channels received.
 *
 * @param id a number, in order of arrival
 * @param time when
 * @param to the channel or the address
 * @param text for people
 * @param key what the sender calls it, the same when it is sent again: an idempotency key or a file's name; may be empty
 * @param thread the id of the message that it replies to; empty where it stands for itself
 * @param picture what was attached
 */
public record Message(
        int id, Instant time, String to, String text, String key, String thread, Optional<Picture> picture) {

    /** As Slack names messages. */
    public String timestamp() {
        return "%d.%06d".formatted(time.getEpochSecond(), id);
    }

    /**
     * An attached file.
     *
     * @param id what the receiver calls it
     * @param name what the sender calls it
     */
    public record Picture(String id, String name, byte[] content) {}
}
