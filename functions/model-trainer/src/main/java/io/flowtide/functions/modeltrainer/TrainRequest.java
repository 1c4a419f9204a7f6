package io.flowtide.functions.modeltrainer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowtide.core.series.SeriesPattern;

/**
 * Somebody wants series to be trained now: {@code {"train": "requests/all,bytes/*"}}.
 *
 * @param series which of the watched series
 */
record TrainRequest(SeriesPattern series) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @throws IllegalArgumentException when the message is no such request; the message says how one looks */
    static TrainRequest parse(String message) {
        try {
            JsonNode train = MAPPER.readTree(message).path("train");
            if (train.isTextual() && !train.asText().isBlank()) {
                return new TrainRequest(SeriesPattern.parse(train.asText()));
            }
        } catch (JsonProcessingException malformed) {
            throw wrong(message, malformed);
        }
        throw wrong(message, null);
    }

    private static IllegalArgumentException wrong(String message, Exception cause) {
        return new IllegalArgumentException(
                "A request to train looks like {\"train\": \"requests/all,bytes/*\"}, not like " + message, cause);
    }
}
