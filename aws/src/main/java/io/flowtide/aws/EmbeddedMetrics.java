package io.flowtide.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers that CloudWatch takes out of a log line: its embedded metric format, one line of JSON on standard output.
 * Namespace {@value #NAMESPACE}, dimension {@code function}: the name that the function was deployed under, which has the
 * stage in it, so that stages in one account are told apart.
 */
public final class EmbeddedMetrics {

    static final String NAMESPACE = "Flowtide";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String function;
    private final Instant time;
    private final Map<String, Long> values = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();

    /** @param stage the name of the stage, where nobody says what it was deployed as */
    public EmbeddedMetrics(String stage, Instant time) {
        this(Optional.ofNullable(System.getenv("AWS_LAMBDA_FUNCTION_NAME")), stage, time);
    }

    EmbeddedMetrics(Optional<String> deployedAs, String stage, Instant time) {
        this.function = deployedAs.orElse(stage);
        this.time = time;
    }

    public EmbeddedMetrics count(String metric, long count) {
        return put(metric, count, "Count");
    }

    /** A time, in whole seconds. */
    public EmbeddedMetrics seconds(String metric, Duration duration) {
        return put(metric, duration.toSeconds(), "Seconds");
    }

    private EmbeddedMetrics put(String metric, long value, String unit) {
        values.put(metric, value);
        units.put(metric, unit);
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
        units.forEach((name, unit) -> metrics.addObject().put("Name", name).put("Unit", unit));
        line.put("function", function);
        properties.forEach(line::put);
        values.forEach(line::put);
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
