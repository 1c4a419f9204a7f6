package io.flowtide.functions.notifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Posts JSON to services that know a repeated call by its key, with retries. */
@Singleton
class Hooks {

    private final HookApi api;
    private final Retries retries;
    private final ObjectMapper json;

    Hooks(@RestClient HookApi api, Retries retries, ObjectMapper json) {
        this.api = api;
        this.retries = retries;
        this.json = json;
    }

    /**
     * @param what the service, for messages: {@code The ChatBot}
     * @param token its bearer token, where it wants one
     * @param key the same whenever the same thing is told
     * @param body what is written as JSON
     * @throws ChannelException when the service did not take it
     */
    String post(String what, String url, Optional<String> token, String key, Object body, Deadline deadline) {
        String text = write(body);
        String bearer = token.map(value -> "Bearer " + value).orElse(null);
        return retries.call(what, deadline, () -> api.post(url, bearer, key, text));
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(
                    "Could not write a " + body.getClass().getSimpleName(), impossible);
        }
    }
}
