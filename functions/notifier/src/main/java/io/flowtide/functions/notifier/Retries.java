package io.flowtide.functions.notifier;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Calls a service again when that may help: after 429 as late as it asks for, after a server error or without an answer
 * with exponential back-off and full jitter (Brooker, "Exponential Backoff And Jitter", 2015), all within the deadline.
 */
@Singleton
class Retries {

    static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAUTHORIZED = 401;

    /** The service says that it is in trouble, in its own words. */
    static final class TroubleException extends RuntimeException {

        TroubleException(String message) {
            super(message);
        }
    }

    private final Pause pause;
    private final RandomGenerator jitter;

    Retries(Pause pause, RandomGenerator jitter) {
        this.pause = pause;
        this.jitter = jitter;
    }

    /**
     * @param what the call, for messages: {@code Slack's chat.postMessage}
     * @throws RefusedTokenException when the service answers 401
     * @throws ChannelException when the call failed for good; the message says what was tried
     */
    <T> T call(String what, Deadline deadline, Supplier<T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (WebApplicationException answered) {
                int status = answered.getResponse().getStatus();
                if (status == UNAUTHORIZED) {
                    throw new RefusedTokenException(what + " answered 401: it does not take the token");
                }
                if (status != TOO_MANY_REQUESTS && status < SERVER_ERROR) {
                    throw new ChannelException(what + " answered " + status + ", which trying again does not change");
                }
                waitFor(retryAfter(answered, attempt), what + " answered " + status, attempt, deadline, answered);
            } catch (ProcessingException | TroubleException unanswered) {
                waitFor(backOff(attempt), what + " failed: " + unanswered.getMessage(), attempt, deadline, unanswered);
            }
        }
    }

    private void waitFor(Duration wait, String trouble, int attempt, Deadline deadline, RuntimeException cause) {
        if (attempt == ATTEMPTS) {
            throw new ChannelException(trouble + ", " + attempt + " times in a row", cause);
        }
        if (!deadline.allows(wait)) {
            throw new ChannelException(
                    trouble + "; no time is left to wait " + wait.toMillis() + " ms and try again", cause);
        }
        pause.last(wait);
    }

    private Duration retryAfter(WebApplicationException answered, int attempt) {
        OptionalLong seconds = seconds(answered.getResponse().getHeaderString("Retry-After"));
        return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : backOff(attempt);
    }

    private static OptionalLong seconds(String header) {
        boolean isNumber = header != null && header.matches("\\d{1,6}");
        return isNumber ? OptionalLong.of(Long.parseLong(header)) : OptionalLong.empty();
    }

    private Duration backOff(int attempt) {
        long most = FIRST_PAUSE.toMillis() << (attempt - 1);
        return Duration.ofMillis(jitter.nextLong(most / 2, most + 1));
    }
}
