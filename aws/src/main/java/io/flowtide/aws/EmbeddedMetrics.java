package io.flowtide.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers that CloudWatch takes out of a log line: its embedded metric format, one line of JSON on standard output.
 * Namespace {@value #NAMESPACE}, dimension {@code function}.
 */
public final class EmbeddedMetrics {

    static final String NAMESPACE = "Flowtide";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String function;
    private final Instant time;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();

    /** @param function the name of the stage */
    public EmbeddedMetrics(String function, Instant time) {
        this.function = function;
        this.time = time;
    }

    public EmbeddedMetrics count(String metric, long count) {
        counts.put(metric, count);
        return this;
    }

    /** Something to search by, no metric. */
    public EmbeddedMetrics property(String name, String text) {
        properties.put(name, text);
        return this;
    }

    /** The line, without its end. */
    public String line() {
        ObjectNode line = MAPPER.createObjectNode();
        ObjectNode metadata = line.putObject("_aws").put("Timestamp", time.toEpochMilli());
        ObjectNode directive =
                metadata.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add("function");
        ArrayNode metrics = directive.putArray("Metrics");
        counts.keySet().forEach(name -> metrics.addObject().put("Name", name).put("Unit", "Count"));
        line.put("function", function);
        properties.forEach(line::put);
        counts.forEach(line::put);
        try {
            return MAPPER.writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("Could not write metrics", impossible);
        }
    }

    /** Prints the line on standard output, from where Lambda takes it to CloudWatch. */
    public void print() {
        System.out.println(line());
    }
}
