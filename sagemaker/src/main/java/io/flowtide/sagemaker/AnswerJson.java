package io.flowtide.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads the JSON of answers. */
final class AnswerJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AnswerJson() {}

    /** @throws EndpointException when the answer is no JSON */
    static JsonNode read(String endpoint, byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException malformed) {
            throw new EndpointException(endpoint, "answered something that is no JSON", malformed);
        }
    }

    /** @throws EndpointException when it is no finite number */
    static double number(String endpoint, JsonNode node) {
        if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
            throw new EndpointException(endpoint, "answered '" + node + "' where a number was expected");
        }
        return node.asDouble();
    }
}
