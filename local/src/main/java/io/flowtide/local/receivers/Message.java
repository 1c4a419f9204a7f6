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
 * @param picture what was attached
 */
public record Message(int id, Instant time, String to, String text, String key, Optional<Picture> picture) {

    /** An attached file. */
    public record Picture(String name, byte[] content) {}
}
