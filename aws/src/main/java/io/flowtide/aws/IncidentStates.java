package io.flowtide.aws;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Documents;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Every state that people are to be told of, each kept before it is published: items {@code incident#<id>} /
 * {@code state#<revision>}. Whoever hears of one state finds those before it here, whatever became of their messages.
 */
public final class IncidentStates {

    private static final int MOST = 999_999;

    private final DynamoDbClient dynamo;
    private final String table;

    public IncidentStates(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Keeps a state; what was kept first stays. */
    public void keep(AnomalyDetected state) {
        Map<String, AttributeValue> item = new HashMap<>(key(state.incident(), state.revision()));
        item.put("document", Items.text(new String(Documents.write(state), StandardCharsets.UTF_8)));
        try {
            dynamo.putItem(
                    request -> request.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException known) {
            // It is what we would have written.
        }
    }

    /** The states of an incident up to a revision, in their order. */
    public List<AnomalyDetected> upTo(String incident, int revision) {
        return dynamo
                .queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :incident AND sk BETWEEN :first AND :last")
                        .expressionAttributeValues(Map.of(
                                ":incident", Items.text("incident#" + incident),
                                ":first", Items.text(sortKey(0)),
                                ":last", Items.text(sortKey(revision)))))
                .items()
                .stream()
                .map(item -> item.get("document").s().getBytes(StandardCharsets.UTF_8))
                .map(document -> Documents.read(document, AnomalyDetected.class))
                .toList();
    }

    /** The last state of an incident that was kept; empty when nobody was told of such an incident. */
    public Optional<AnomalyDetected> latest(String incident) {
        List<AnomalyDetected> all = upTo(incident, MOST);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static Map<String, AttributeValue> key(String incident, int revision) {
        return Items.key("incident#" + incident, sortKey(revision));
    }

    private static String sortKey(int revision) {
        return "state#%06d".formatted(revision);
    }
}
