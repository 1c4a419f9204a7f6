package io.flowtide.core.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes and reads the documents of this package. The same document always gives the same bytes. A reader ignores
 * fields that it does not know and refuses a schema newer than its own.
 */
public final class Documents {

    /** The version of the contract that this code writes. */
    public static final int SCHEMA = 1;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private Documents() {}

    public static byte[] write(Document document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(
                    "Could not write a " + document.getClass().getSimpleName(), impossible);
        }
    }

    /**
     * @throws DocumentException when the bytes are no such document, or follow a newer schema; the message says which
     */
    public static <T extends Document> T read(byte[] json, Class<T> type) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(json);
        } catch (IOException malformed) {
            throw new DocumentException(type, "is not JSON: " + firstLine(malformed), malformed);
        }
        int schema = tree.path("schema").asInt(0);
        if (schema < 1) {
            throw new DocumentException(type, "has no schema number");
        }
        if (schema > SCHEMA) {
            throw new DocumentException(
                    type,
                    "follows schema " + schema + ", but this version of Flowtide reads up to " + SCHEMA
                            + ": update the functions");
        }
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException | RuntimeException misfit) {
            throw new DocumentException(type, "does not fit its schema: " + firstLine(misfit), misfit);
        }
    }

    private static String firstLine(Exception exception) {
        String message = String.valueOf(exception.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
