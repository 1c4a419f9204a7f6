package io.flowtide.aws;

import io.flowtide.core.series.SeriesId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * What the cutoff-scorer remembers. Logs of incidents, {@code series#<id>}/{@code incidents} for the stream and
 * {@code series#<id>}/{@code incidents#<window>} for an upload: JSON, with a version by which it is compared and set.
 * And for whoever shows them, each incident's current facts: {@code incident#<id>}/{@code incident}.
 */
public final class IncidentsTable {

    /**
     * Names a log.
     *
     * @param series the series
     * @param window the key of an upload's window, since each upload stands for itself; empty for the stream
     */
    public record Log(SeriesId series, Optional<String> window) {

        Map<String, AttributeValue> key() {
            return Items.key(pk(), "incidents" + window.map(key -> "#" + key).orElse(""));
        }

        private String pk() {
            return "series#" + series.name();
        }
    }

    /**
     * @param version how often the log was saved, 0 before the first time
     * @param json the log, empty before the first time
     */
    public record Stored(long version, Optional<String> json) {}

    private static final String VERSION = "logVersion";

    private final DynamoDbClient dynamo;
    private final String table;

    public IncidentsTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    public Stored load(Log log) {
        Map<String, AttributeValue> item = dynamo.getItem(
                        request -> request.tableName(table).key(log.key()).consistentRead(true))
                .item();
        return new Stored(
                Items.number(item, VERSION),
                Optional.ofNullable(item.get("json")).map(AttributeValue::s));
    }

    /**
     * Saves a log that was computed from {@code previous}.
     *
     * @return false when the log was saved by another since: load, compute and save again
     */
    public boolean save(Log log, Stored previous, String json) {
        Map<String, AttributeValue> item = new HashMap<>(log.key());
        item.put(VERSION, Items.number(previous.version() + 1));
        item.put("json", Items.text(json));
        return unlessOvertaken(() -> dynamo.putItem(request -> request.tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(pk) OR " + VERSION + " = :previous")
                .expressionAttributeValues(Map.of(":previous", Items.number(previous.version())))));
    }

    /** The right to tell what a log holds; who dies with it keeps the others waiting for {@code length}. */
    public Lease lease(Log log, String owner, Duration length, Clock clock) {
        return new Lease(dynamo, table, log.pk(), owner, length, clock);
    }

    /**
     * Adds to the facts of an incident, or replaces them, unless they come from a later version of the log.
     *
     * @param version the version of the log that the facts come from
     */
    public void describe(String incident, long version, Map<String, String> facts) {
        Map<String, String> names = facts.keySet().stream().collect(Collectors.toMap(name -> "#" + name, name -> name));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":" + VERSION, Items.number(version)));
        facts.forEach((name, fact) -> values.put(":" + name, Items.text(fact)));
        String assignments = facts.keySet().stream()
                .sorted()
                .map(name -> ", #" + name + " = :" + name)
                .collect(Collectors.joining());
        unlessOvertaken(() -> dynamo.updateItem(request -> request.tableName(table)
                .key(Items.key("incident#" + incident, "incident"))
                .updateExpression("SET " + VERSION + " = :" + VERSION + assignments)
                .conditionExpression("attribute_not_exists(pk) OR " + VERSION + " <= :" + VERSION)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)));
    }

    private static boolean unlessOvertaken(Runnable write) {
        try {
            write.run();
            return true;
        } catch (ConditionalCheckFailedException overtaken) {
            return false;
        }
    }
}
