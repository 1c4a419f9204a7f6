package io.flowtide.aws;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The incidents of each day that were kept, but told nobody, for the digest of that day: items {@code day#<date>} /
 * {@code <incident>} of the Incidents table.
 */
public final class Unheard {

    private final DynamoDbClient dynamo;
    private final String table;

    public Unheard(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Lists an incident, or replaces what was said of it. */
    public void list(LocalDate day, String incident, String words) {
        Map<String, AttributeValue> item = new HashMap<>(key(day, incident));
        item.put("words", Items.text(words));
        dynamo.putItem(request -> request.tableName(table).item(item));
    }

    /** Takes an incident from the list, since people were told of it after all. */
    public void heard(LocalDate day, String incident) {
        dynamo.deleteItem(request -> request.tableName(table).key(key(day, incident)));
    }

    /** What is listed of a day, a line each, by the incidents' names. */
    public List<String> of(LocalDate day) {
        return dynamo
                .queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :day")
                        .expressionAttributeValues(Map.of(":day", Items.text("day#" + day))))
                .items()
                .stream()
                .map(item -> item.get("words").s())
                .toList();
    }

    private static Map<String, AttributeValue> key(LocalDate day, String incident) {
        return Items.key("day#" + day, incident);
    }
}
