package io.flowtide.local.lambda;

import java.util.UUID;

/**
 * One event on its way into a function.
 *
 * @param id the request id, the same for every attempt
 * @param event JSON
 * @param attempt 1 at first
 */
record Invocation(String id, byte[] event, int attempt) {

    Invocation(byte[] event) {
        this(UUID.randomUUID().toString(), event, 1);
    }

    Invocation nextAttempt() {
        return new Invocation(id, event, attempt + 1);
    }
}
