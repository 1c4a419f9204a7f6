package io.flowtide.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collector;

/** JSON trees to and from bytes. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    /** Collects nodes into an array. */
    public static Collector<JsonNode, ?, ArrayNode> toArray() {
        return Collector.of(Json::array, ArrayNode::add, ArrayNode::addAll);
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("A tree can always be written", impossible);
        }
    }

    /**
     * @throws UncheckedIOException when the bytes are not JSON
     */
    public static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException malformed) {
            throw new UncheckedIOException("This is not JSON", malformed);
        }
    }
}
