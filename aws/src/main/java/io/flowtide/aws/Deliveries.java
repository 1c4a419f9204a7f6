package io.flowtide.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Tells a person once: a delivery is claimed before it is made and marked after it. Items {@code incident#<id>} /
 * {@code delivery#<revision>#<channel>} with {@code status}, {@code leaseUntil} and {@code receipt}.
 */
public final class Deliveries {

    /** The answer to a claim. */
    public enum Claim {
        /** Make the delivery now, then say {@link #delivered} or {@link #failed}. */
        GRANTED,
        /** It was made: nothing to do. */
        DELIVERED,
        /** Another invocation is making it, or died while it did: fail, and be tried again. */
        HELD
    }

    /**
     * @param incident the incident's id
     * @param revision the revision of its state
     * @param channel where to: {@code slack}, {@code chatbot}
     */
    public record Delivery(String incident, int revision, String channel) {

        Map<String, AttributeValue> key() {
            return Items.key("incident#" + incident, "delivery#%06d#%s".formatted(revision, channel));
        }
    }

    private static final Map<String, String> STATUS = Map.of("#status", "status");
    private static final AttributeValue CLAIMED = Items.text("CLAIMED");
    private static final AttributeValue DELIVERED = Items.text("DELIVERED");

    private final DynamoDbClient dynamo;
    private final String table;
    private final Duration lease;
    private final Clock clock;

    /**
     * @param table the Incidents table
     * @param lease how long a claim holds: longer than an invocation may last
     */
    public Deliveries(DynamoDbClient dynamo, String table, Duration lease, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.lease = lease;
        this.clock = clock;
    }

    public Claim claim(Delivery delivery) {
        Instant now = clock.instant();
        try {
            dynamo.updateItem(request -> request.tableName(table)
                    .key(delivery.key())
                    .updateExpression("SET #status = :claimed, leaseUntil = :until")
                    .conditionExpression("attribute_not_exists(pk) OR (#status <> :delivered AND leaseUntil <= :now)")
                    .expressionAttributeNames(STATUS)
                    .expressionAttributeValues(Map.of(
                            ":claimed",
                            CLAIMED,
                            ":delivered",
                            DELIVERED,
                            ":now",
                            Items.time(now),
                            ":until",
                            Items.time(now.plus(lease))))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Claim.GRANTED;
        } catch (ConditionalCheckFailedException refused) {
            return DELIVERED.equals(refused.item().get("status")) ? Claim.DELIVERED : Claim.HELD;
        }
    }

    /**
     * Marks a delivery as made.
     *
     * @param receipt what the channel answered, for people who look into the table
     */
    public void delivered(Delivery delivery, String receipt) {
        dynamo.updateItem(request -> request.tableName(table)
                .key(delivery.key())
                .updateExpression("SET #status = :delivered, receipt = :receipt REMOVE leaseUntil")
                .expressionAttributeNames(STATUS)
                .expressionAttributeValues(Map.of(":delivered", DELIVERED, ":receipt", Items.text(receipt))));
    }

    /** Gives a claim back, so that the next try need not wait for the lease to run out. */
    public void failed(Delivery delivery) {
        try {
            dynamo.updateItem(request -> request.tableName(table)
                    .key(delivery.key())
                    .updateExpression("SET leaseUntil = :now")
                    .conditionExpression("#status = :claimed")
                    .expressionAttributeNames(STATUS)
                    .expressionAttributeValues(Map.of(":claimed", CLAIMED, ":now", Items.time(clock.instant()))));
        } catch (ConditionalCheckFailedException made) {
            // Another invocation made it after our claim ran out.
        }
    }
}
