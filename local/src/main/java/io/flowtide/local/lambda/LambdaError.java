package io.flowtide.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowtide.local.http.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a function says when it fails. */
final class LambdaError {

    private LambdaError() {}

    /** {@code type: message} of the error document, or the text as it is when it is no such document. */
    static String message(byte[] body) {
        try {
            JsonNode error = Json.read(body);
            return error.path("errorType").asText("Error") + ": "
                    + error.path("errorMessage").asText("no message");
        } catch (UncheckedIOException noDocument) {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
