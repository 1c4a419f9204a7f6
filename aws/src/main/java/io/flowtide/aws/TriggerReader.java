package io.flowtide.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what one event holds; the shapes are those that AWS documents for S3, SNS and EventBridge. */
final class TriggerReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int EXCERPT = 200;

    private final List<CreatedObject> objects = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final Set<String> ignored = new LinkedHashSet<>();

    private TriggerReader() {}

    static Trigger read(byte[] event) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(event);
        } catch (IOException malformed) {
            throw new UnknownEventException("The event is not JSON", malformed);
        }
        if (tree.path("detail-type").asText().equals("Scheduled Event")) {
            return new Trigger.Tick(time(tree.path("time")));
        }
        if (LogEvents.matches(tree)) {
            return LogEvents.read(tree, event);
        }
        TriggerReader reader = new TriggerReader();
        reader.readEvent(tree);
        return reader.result();
    }

    private void readEvent(JsonNode event) {
        if (isTestEvent(event)) {
            ignored.add("s3:TestEvent");
        } else if (event.path("Records").isArray()) {
            event.path("Records").forEach(this::readRecord);
        } else {
            throw unknown("is neither S3's, nor SNS', nor a schedule's", event);
        }
    }

    private void readRecord(JsonNode record) {
        if (record.has("s3")) {
            readNotification(record);
        } else if (record.has("Sns")) {
            readMessage(record.path("Sns").path("Message").asText());
        } else {
            throw unknown("has a record that is neither S3's nor SNS'", record);
        }
    }

    private void readMessage(String message) {
        JsonNode tree = treeOrMissing(message);
        if (isTestEvent(tree) || tree.path("Records").path(0).has("s3")) {
            readEvent(tree);
        } else {
            messages.add(message);
        }
    }

    private void readNotification(JsonNode record) {
        String name = record.path("eventName").asText();
        if (name.startsWith("ObjectCreated:") || name.startsWith("s3:ObjectCreated:")) {
            objects.add(S3Record.read(record));
        } else {
            ignored.add(name);
        }
    }

    private Trigger result() {
        if (!objects.isEmpty() && !messages.isEmpty()) {
            throw new UnknownEventException("The event mixes S3 notifications with other messages: wire the function to"
                    + " one kind of topic");
        }
        if (!objects.isEmpty()) {
            return new Trigger.Objects(objects);
        }
        if (!messages.isEmpty()) {
            return new Trigger.Messages(messages);
        }
        return new Trigger.Nothing(ignored.isEmpty() ? "the event is empty" : String.join(", ", ignored));
    }

    private static boolean isTestEvent(JsonNode tree) {
        return tree.path("Event").asText().equals("s3:TestEvent");
    }

    private static JsonNode treeOrMissing(String message) {
        try {
            return MAPPER.readTree(message);
        } catch (JsonProcessingException notJson) {
            return MAPPER.missingNode();
        }
    }

    static Instant time(JsonNode node) {
        try {
            return Instant.parse(node.asText());
        } catch (DateTimeParseException malformed) {
            throw new UnknownEventException(
                    "The event's time should look like 2026-11-21T08:05:00Z, not '" + node.asText() + "'", malformed);
        }
    }

    static UnknownEventException unknown(String problem, JsonNode node) {
        String text = node.toString();
        String excerpt = text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
        return new UnknownEventException("The event " + problem + ": " + excerpt);
    }
}
