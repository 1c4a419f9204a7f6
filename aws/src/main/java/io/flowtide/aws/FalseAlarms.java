package io.flowtide.aws;

import io.flowtide.core.event.Documents;
import io.flowtide.core.scoring.FalseAlarm;
import io.flowtide.core.series.SeriesId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What people said is no anomaly: items {@code series#<id>} / {@code false-alarm#<incident>} of the Incidents table. */
public final class FalseAlarms {

    private static final String PREFIX = "false-alarm#";

    private final DynamoDbClient dynamo;
    private final String table;

    public FalseAlarms(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Marks an incident; marking it again changes nothing but the time. */
    public void mark(FalseAlarm alarm) {
        Map<String, AttributeValue> item = new HashMap<>(key(alarm.series(), alarm.incident()));
        item.put("document", Items.text(new String(Documents.write(alarm), StandardCharsets.UTF_8)));
        dynamo.putItem(request -> request.tableName(table).item(item));
    }

    /** Takes a mark away, if there is one. */
    public void unmark(SeriesId series, String incident) {
        dynamo.deleteItem(request -> request.tableName(table).key(key(series, incident)));
    }

    /** All that is marked of a series, by the incidents' names. */
    public List<FalseAlarm> of(SeriesId series) {
        return dynamo
                .queryPaginator(request -> request.tableName(table)
                        .keyConditionExpression("pk = :series AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(Map.of(
                                ":series", Items.text("series#" + series.name()), ":prefix", Items.text(PREFIX))))
                .items()
                .stream()
                .map(item -> item.get("document").s().getBytes(StandardCharsets.UTF_8))
                .map(document -> Documents.read(document, FalseAlarm.class))
                .toList();
    }

    private static Map<String, AttributeValue> key(SeriesId series, String incident) {
        return Items.key("series#" + series.name(), PREFIX + incident);
    }
}
