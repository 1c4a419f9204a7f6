package io.flowtide.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The right to do something alone, for a while: an item {@code pk}/{@code lease} with {@code owner} and
 * {@code leaseUntil}. Whoever dies with it keeps the others waiting no longer than its length.
 */
public final class Lease {

    private static final String SORT_KEY = "lease";

    private final DynamoDbClient dynamo;
    private final String table;
    private final String pk;
    private final String owner;
    private final Duration length;
    private final Clock clock;

    /**
     * @param pk what is leased
     * @param owner who asks: one name per invocation
     * @param length how long it is held without being renewed
     */
    public Lease(DynamoDbClient dynamo, String table, String pk, String owner, Duration length, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.pk = pk;
        this.owner = owner;
        this.length = length;
        this.clock = clock;
    }

    /** Takes or renews the lease; false when another holds it. */
    public boolean acquire() {
        Instant now = clock.instant();
        try {
            dynamo.updateItem(request -> request.tableName(table)
                    .key(Items.key(pk, SORT_KEY))
                    .updateExpression("SET #owner = :owner, leaseUntil = :until")
                    .conditionExpression("attribute_not_exists(pk) OR leaseUntil <= :now OR #owner = :owner")
                    .expressionAttributeNames(Map.of("#owner", "owner"))
                    .expressionAttributeValues(Map.of(
                            ":owner", Items.text(owner),
                            ":now", Items.time(now),
                            ":until", Items.time(now.plus(length)))));
            return true;
        } catch (ConditionalCheckFailedException held) {
            return false;
        }
    }

    /** Lets go, if it is still ours. */
    public void release() {
        try {
            dynamo.deleteItem(request -> request.tableName(table)
                    .key(Items.key(pk, SORT_KEY))
                    .conditionExpression("#owner = :owner")
                    .expressionAttributeNames(Map.of("#owner", "owner"))
                    .expressionAttributeValues(Map.of(":owner", Items.text(owner))));
        } catch (ConditionalCheckFailedException lost) {
            // It ran out and another has it: nothing of ours is left to let go.
        }
    }
}
