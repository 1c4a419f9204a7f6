package io.flowtide.aws;

import io.flowtide.core.dependency.KnownPair;
import io.flowtide.core.dependency.Pair;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The pairs of services that were ever seen, in the Series table: {@code dependencies} / {@code pair#<source>-><destination>}
 * with {@code firstSeen}, {@code noticed} and, until people were told, {@code toTell}.
 */
public final class KnownPairs {

    private static final String PREFIX = "pair#";
    private static final String ARROW = "->";
    private static final String FIRST = "firstSeen";
    private static final String NOTICED = "noticed";
    private static final String TO_TELL = "toTell";

    private final DynamoDbClient dynamo;
    private final String table;

    public KnownPairs(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    private static Map<String, AttributeValue> key(Pair pair) {
        return Items.key(DependencyHours.PK, PREFIX + pair.source() + ARROW + pair.destination());
    }

    /** All of them: one query, a page per 1 MB. */
    public SortedMap<Pair, KnownPair> all() {
        SortedMap<Pair, KnownPair> known = new TreeMap<>();
        dynamo.queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :pair)")
                        .expressionAttributeValues(
                                Map.of(":pk", Items.text(DependencyHours.PK), ":pair", Items.text(PREFIX))))
                .items()
                .forEach(item -> known.put(pair(item), knownPair(item)));
        return known;
    }

    private static Pair pair(Map<String, AttributeValue> item) {
        String[] ends = item.get(Items.SK).s().substring(PREFIX.length()).split(ARROW, 2);
        return new Pair(ends[0], ends[1]);
    }

    private static KnownPair knownPair(Map<String, AttributeValue> item) {
        return new KnownPair(Items.time(item, FIRST), Items.time(item, NOTICED), item.containsKey(TO_TELL));
    }

    /**
     * Remembers a pair that was not known.
     *
     * @return false when another remembered it since; then nothing is changed
     */
    public boolean add(Pair pair, KnownPair known) {
        Map<String, AttributeValue> item = new HashMap<>(key(pair));
        item.put(FIRST, Items.time(known.first()));
        item.put(NOTICED, Items.time(known.noticed()));
        if (known.toTell()) {
            item.put(TO_TELL, AttributeValue.fromBool(true));
        }
        return unlessRefused(() -> dynamo.putItem(
                request -> request.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)")));
    }

    /** Notes that a pair was seen earlier than was known. */
    public void seenAt(Pair pair, Instant first) {
        unlessRefused(() -> dynamo.updateItem(request -> request.tableName(table)
                .key(key(pair))
                .updateExpression("SET " + FIRST + " = :first")
                .conditionExpression(FIRST + " > :first")
                .expressionAttributeValues(Map.of(":first", Items.time(first)))));
    }

    /** Marks a pair as told. */
    public void told(Pair pair) {
        dynamo.updateItem(request -> request.tableName(table).key(key(pair)).updateExpression("REMOVE " + TO_TELL));
    }

    private static boolean unlessRefused(Runnable write) {
        try {
            write.run();
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return false;
        }
    }
}
