package io.flowtide.core.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
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
        try {
            int schema = schema(json);
            if (schema < 1) {
                throw new DocumentException(type, "has no schema number");
            }
            if (schema > SCHEMA) {
                throw new DocumentException(
                        type,
                        "follows schema " + schema + ", but this version of Flowtide reads up to " + SCHEMA
                                + ": update the functions");
            }
            return MAPPER.readValue(json, type);
        } catch (IOException | IllegalArgumentException unreadable) {
            String problem = isMalformed(unreadable) ? "is not JSON: " : "does not fit its schema: ";
            throw new DocumentException(type, problem + firstLine(unreadable), unreadable);
        }
    }

    /** Inside a field, Jackson wraps the parser's complaint in one about the field. */
    private static boolean isMalformed(Throwable problem) {
        return problem instanceof StreamReadException || problem.getCause() != null && isMalformed(problem.getCause());
    }

    /** Reads no further than it has to, since a document may be large; 0 when there is no number. */
    private static int schema(byte[] json) throws IOException {
        try (JsonParser parser = MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return 0;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("schema");
                JsonToken value = parser.nextToken();
                if (found) {
                    return value == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : 0;
                }
                parser.skipChildren();
            }
            return 0;
        }
    }

    private static String firstLine(Exception exception) {
        String message = String.valueOf(exception.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
