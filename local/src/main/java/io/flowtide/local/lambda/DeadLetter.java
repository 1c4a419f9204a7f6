package io.flowtide.local.lambda;

import java.time.Instant;

/**
 * An event whose invocation failed for good, kept so that it can be sent again.
 *
 * @param id the request id
 * @param function the function's name
 * @param event JSON, as the function got it
 * @param error what the last attempt said
 * @param time when it was given up
 */
public record DeadLetter(String id, String function, String event, String error, Instant time) {}
