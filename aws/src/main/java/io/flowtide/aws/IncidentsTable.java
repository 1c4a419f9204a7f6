package io.flowtide.aws;

import io.flowtide.core.series.SeriesId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * What the cutoff-scorer remembers of each series: one item {@code series#<id>}/{@code state} with the state as JSON,
 * and a version by which it is compared and set.
 */
public final class IncidentsTable {

    /**
     * @param version how often the state was saved, 0 before the first time
     * @param json the state, empty before the first time
     */
    public record Stored(long version, Optional<String> json) {}

    private static final String SORT_KEY = "state";

    private final DynamoDbClient dynamo;
    private final String table;

    public IncidentsTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    public Stored load(SeriesId series) {
        Map<String, AttributeValue> item = dynamo.getItem(
                        request -> request.tableName(table).key(key(series)).consistentRead(true))
                .item();
        return new Stored(
                Items.number(item, "version"),
                Optional.ofNullable(item.get("json")).map(AttributeValue::s));
    }

    /**
     * Saves a state that was computed from {@code previous}.
     *
     * @return false when the state was saved by another since: load, compute and save again
     */
    public boolean save(SeriesId series, Stored previous, String json) {
        Map<String, AttributeValue> item = new HashMap<>(key(series));
        item.put("version", Items.number(previous.version() + 1));
        item.put("json", Items.text(json));
        try {
            dynamo.putItem(request -> request.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR version = :previous")
                    .expressionAttributeValues(Map.of(":previous", Items.number(previous.version()))));
            return true;
        } catch (ConditionalCheckFailedException overtaken) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(SeriesId series) {
        return Items.key("series#" + series.name(), SORT_KEY);
    }
}
