package io.flowtide.aws;

import io.flowtide.core.join.Frontier;
import io.flowtide.core.join.Frontier.Ripening;
import io.flowtide.core.join.Source;
import io.flowtide.core.series.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * How far the sources are and how far slots are closed: items {@code state} / {@code source#<name>} and {@code state} /
 * {@code frontier} of the Series table. Every time in them only grows.
 */
public final class ClosingTable {

    /**
     * @param sources all sources that ever sent a part
     * @param frontier how far slots are closed
     */
    public record State(List<Source> sources, Frontier frontier) {

        /** As this, with what is now known of a source. */
        public State with(Source source) {
            List<Source> others = new ArrayList<>(sources);
            others.removeIf(other -> other.name().equals(source.name()));
            others.add(source);
            return new State(List.copyOf(others), frontier);
        }

        public Optional<Source> source(String name) {
            return sources.stream().filter(source -> source.name().equals(name)).findFirst();
        }
    }

    private static final String STATE = "state";
    private static final String SOURCE = "source#";
    private static final String WATERMARK = "watermark";
    private static final String LAST_FRESH = "lastFresh";
    private static final Map<String, AttributeValue> FRONTIER = Items.key(STATE, "frontier");

    private final DynamoDbClient dynamo;
    private final String table;

    public ClosingTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    public State load() {
        List<Source> sources = new ArrayList<>();
        Frontier frontier = Frontier.START;
        for (Map<String, AttributeValue> item : dynamo.queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", Items.text(STATE))))
                .items()) {
            String sortKey = item.get(Items.SK).s();
            if (sortKey.startsWith(SOURCE)) {
                sources.add(source(sortKey.substring(SOURCE.length()), item));
            } else {
                frontier = frontier(item);
            }
        }
        return new State(List.copyOf(sources), frontier);
    }

    private static Source source(String name, Map<String, AttributeValue> item) {
        return new Source(name, Items.time(item, WATERMARK), optionalTime(item, LAST_FRESH));
    }

    private static Frontier frontier(Map<String, AttributeValue> item) {
        Optional<Ripening> ripening = optionalTime(item, "ripening")
                .map(upTo -> new Ripening(new Slot(upTo), Items.time(item, "ripeningSince")));
        return new Frontier(
                optionalTime(item, "closed").map(Slot::new), ripening, Items.number(item, "historyVersion"));
    }

    private static Optional<Instant> optionalTime(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? Optional.of(Items.time(item, name)) : Optional.empty();
    }

    /** Moves a source's watermark forward, never back. */
    public void raiseWatermark(Source source) {
        raise(key(source), WATERMARK, source.watermark());
    }

    /** Moves the time of a source's last fresh arrival forward, never back; does nothing when it has none. */
    public void raiseLastFresh(Source source) {
        source.lastFresh().ifPresent(last -> raise(key(source), LAST_FRESH, last));
    }

    private static Map<String, AttributeValue> key(Source source) {
        return Items.key(STATE, SOURCE + source.name());
    }

    /** Notes that all slots up to this one are closed. */
    public void close(Slot upTo) {
        raise(FRONTIER, "closed", upTo.start());
    }

    private void raise(Map<String, AttributeValue> key, String name, Instant time) {
        try {
            dynamo.updateItem(request -> request.tableName(table)
                    .key(key)
                    .updateExpression("SET #name = :time")
                    .conditionExpression("attribute_not_exists(#name) OR #name < :time")
                    .expressionAttributeNames(Map.of("#name", name))
                    .expressionAttributeValues(Map.of(":time", Items.time(time))));
        } catch (ConditionalCheckFailedException further) {
            // Another came further.
        }
    }

    public void ripen(Ripening ripening) {
        dynamo.updateItem(request -> request.tableName(table)
                .key(FRONTIER)
                .updateExpression("SET ripening = :upTo, ripeningSince = :since")
                .expressionAttributeValues(
                        Map.of(":upTo", Items.time(ripening.upTo().start()), ":since", Items.time(ripening.since()))));
    }

    /** Notes that history is about to change. */
    public long changeHistory() {
        return Items.number(
                dynamo.updateItem(request -> request.tableName(table)
                                .key(FRONTIER)
                                .updateExpression("ADD historyVersion :one")
                                .expressionAttributeValues(Map.of(":one", Items.number(1)))
                                .returnValues(ReturnValue.UPDATED_NEW))
                        .attributes(),
                "historyVersion");
    }
}
