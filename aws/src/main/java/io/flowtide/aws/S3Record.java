package io.flowtide.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowtide.core.event.ObjectVersion;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** One record of an S3 notification, event version 2.x. */
final class S3Record {

    private S3Record() {}

    static CreatedObject read(JsonNode record) {
        JsonNode s3 = record.path("s3");
        JsonNode object = s3.path("object");
        String bucket = s3.path("bucket").path("name").asText();
        String key = decode(object);
        if (bucket.isBlank() || key.isBlank()) {
            throw TriggerReader.unknown("names no bucket or no key", record);
        }
        String versionId = text(object, "versionId");
        String sequencer = text(object, "sequencer");
        String version = Stream.of(text(object, "eTag"), versionId, sequencer)
                .filter(candidate -> !candidate.isEmpty())
                .findFirst()
                .orElse("");
        return new CreatedObject(
                new ObjectVersion(bucket, key, version),
                versionId,
                object.path("size").asLong(),
                TriggerReader.time(record.path("eventTime")),
                sequencer);
    }

    /** Keys arrive as in a form: a blank is a plus, everything special a percent escape. */
    private static String decode(JsonNode object) {
        try {
            return URLDecoder.decode(object.path("key").asText(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new UnknownEventException(
                    "The event's key is not URL-encoded: " + object.path("key").asText(), malformed);
        }
    }

    /** Buckets that keep no versions send none, an empty one, or the word null. */
    private static String text(JsonNode object, String field) {
        String text = object.path(field).asText();
        return text.equals("null") ? "" : text;
    }
}
