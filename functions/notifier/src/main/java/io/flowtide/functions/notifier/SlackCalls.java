package io.flowtide.functions.notifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowtide.functions.notifier.Retries.TroubleException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Calls to Slack whose answers are read, and asked for again where that may help. */
final class SlackCalls {

    private final Retries retries;
    private final SlackErrors errors;
    private final ObjectMapper json;

    SlackCalls(Retries retries, SlackErrors errors, ObjectMapper json) {
        this.retries = retries;
        this.errors = errors;
        this.json = json;
    }

    /** A call that may be made twice. */
    SlackApi.Answer call(String method, Deadline deadline, Supplier<String> request) {
        return retries.call("Slack's " + method, deadline, () -> answer(method, request));
    }

    /**
     * A call that may be made once only: when an attempt ended without an answer, somebody looks whether it got through
     * before the next one is made.
     *
     * @param inDoubt whether an attempt was made before
     * @param made finds what an attempt made
     * @param request makes it
     */
    <T> T once(String method, boolean inDoubt, Deadline deadline, Supplier<Optional<T>> made, Supplier<T> request) {
        AtomicBoolean look = new AtomicBoolean(inDoubt);
        return retries.call("Slack's " + method, deadline, () -> {
            Optional<T> found = look.getAndSet(true) ? made.get() : Optional.empty();
            return found.orElseGet(request);
        });
    }

    /** Makes a call once, without retries. */
    SlackApi.Answer answer(String method, Supplier<String> request) {
        return errors.check(method, read(method, request.get()));
    }

    void upload(Deadline deadline, Supplier<String> request) {
        retries.call("Slack's upload", deadline, request);
    }

    private SlackApi.Answer read(String method, String answer) {
        try {
            SlackApi.Answer read = json.readValue(answer == null ? "" : answer, SlackApi.Answer.class);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException cutOff) {
            throw new TroubleException(method + " gave an answer that is no JSON");
        }
        throw new TroubleException(method + " gave an empty answer");
    }
}
