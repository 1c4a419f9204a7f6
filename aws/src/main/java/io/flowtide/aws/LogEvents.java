package io.flowtide.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ObjectVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

/** The event of a subscription of CloudWatch Logs: base64 of gzip of JSON, with the lines of one log group. */
final class LogEvents {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Stands where an object has its bucket. */
    private static final String CLOUDWATCH = "cloudwatch-logs";

    private LogEvents() {}

    static boolean matches(JsonNode event) {
        return event.path("awslogs").path("data").isTextual();
    }

    /** @throws UnknownEventException when the data is not what CloudWatch Logs sends */
    static Trigger.Lines read(JsonNode event, byte[] json) {
        try {
            byte[] data = event.path("awslogs").path("data").binaryValue();
            JsonNode content = MAPPER.readTree(new GZIPInputStream(new ByteArrayInputStream(data)));
            return new Trigger.Lines(source(content, data, json.length), json);
        } catch (IOException malformed) {
            throw new UnknownEventException("The event's awslogs.data is not base64 of gzip of JSON", malformed);
        }
    }

    /** Named by its log group, which is one source, and by its content, so that an event that comes twice is one. */
    private static CreatedObject source(JsonNode content, byte[] data, int size) {
        String group = content.path("logGroup").asText().replaceFirst("^/+", "");
        String key = Keys.RAW + CLOUDWATCH + "/" + content.path("owner").asText() + "/" + group + "/"
                + Keys.contentHash(data) + ".json";
        long time = content.path("logEvents").path(0).path("timestamp").asLong();
        ObjectVersion object = new ObjectVersion(CLOUDWATCH, key, "");
        return new CreatedObject(object, "", size, Instant.ofEpochMilli(time), "");
    }
}
