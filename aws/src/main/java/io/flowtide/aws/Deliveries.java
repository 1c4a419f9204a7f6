package io.flowtide.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Tells a person once: a delivery is claimed before it is made and marked after it. Items {@code incident#<id>} /
 * {@code delivery#<revision>#<channel>} with {@code status}, {@code leaseUntil}, {@code since}, {@code attempts},
 * {@code receipt}, and a note of each step that was made. Where a channel keeps the messages of an incident together it
 * remembers their thread: {@code incident#<id>} / {@code thread#<channel>}.
 */
public final class Deliveries {

    /** The answer to a claim. */
    public sealed interface Claim {

        /**
         * Make the delivery now, then say {@link #delivered} or {@link #failed}.
         *
         * @param earlier how many attempts were begun before; each of them may have got through unnoticed
         * @param since when the first of them was begun, or this one
         * @param notes what they noted, by the name of the step
         */
        record Granted(int earlier, Instant since, Map<String, String> notes) implements Claim {
            public Granted {
                notes = Map.copyOf(notes);
            }
        }

        /** It was made: nothing to do. */
        record Delivered() implements Claim {}

        /** Another invocation is making it, or died while it did: fail, and be tried again. */
        record Held() implements Claim {}
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

        private Map<String, AttributeValue> threadKey() {
            return Items.key("incident#" + incident, "thread#" + channel);
        }
    }

    private static final Map<String, String> STATUS = Map.of("#status", "status");
    private static final AttributeValue CLAIMED = Items.text("CLAIMED");
    private static final AttributeValue DELIVERED = Items.text("DELIVERED");
    private static final String NOTE = "note_";

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
            UpdateItemResponse claimed = dynamo.updateItem(request -> request.tableName(table)
                    .key(delivery.key())
                    .updateExpression("SET #status = :claimed, leaseUntil = :until,"
                            + " since = if_not_exists(since, :now) ADD attempts :one")
                    .conditionExpression("attribute_not_exists(pk) OR (#status <> :delivered AND leaseUntil <= :now)")
                    .expressionAttributeNames(STATUS)
                    .expressionAttributeValues(Map.of(
                            ":claimed", CLAIMED,
                            ":delivered", DELIVERED,
                            ":one", Items.number(1),
                            ":now", Items.time(now),
                            ":until", Items.time(now.plus(lease))))
                    .returnValues(ReturnValue.ALL_NEW)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return granted(claimed.attributes());
        } catch (ConditionalCheckFailedException refused) {
            return DELIVERED.equals(refused.item().get("status")) ? new Claim.Delivered() : new Claim.Held();
        }
    }

    private static Claim granted(Map<String, AttributeValue> item) {
        Map<String, String> notes = item.entrySet().stream()
                .filter(attribute -> attribute.getKey().startsWith(NOTE))
                .collect(Collectors.toMap(
                        attribute -> attribute.getKey().substring(NOTE.length()),
                        attribute -> attribute.getValue().s()));
        return new Claim.Granted((int) Items.number(item, "attempts") - 1, Items.time(item, "since"), notes);
    }

    /** Notes that a step of a delivery was made, so that whoever tries again does not make it again. */
    public void note(Delivery delivery, String step, String receipt) {
        dynamo.updateItem(request -> request.tableName(table)
                .key(delivery.key())
                .updateExpression("SET #step = :receipt")
                .expressionAttributeNames(Map.of("#step", NOTE + step))
                .expressionAttributeValues(Map.of(":receipt", Items.text(receipt))));
    }

    /** Where the channel keeps the messages of the delivery's incident. */
    public Optional<String> thread(Delivery delivery) {
        return Optional.ofNullable(dynamo.getItem(request -> request.tableName(table)
                                .key(delivery.threadKey())
                                .consistentRead(true))
                        .item()
                        .get("thread"))
                .map(AttributeValue::s);
    }

    /** Remembers where the channel keeps the messages of an incident; what was remembered first stays. */
    public void rememberThread(Delivery delivery, String thread) {
        dynamo.updateItem(request -> request.tableName(table)
                .key(delivery.threadKey())
                .updateExpression("SET thread = if_not_exists(thread, :thread)")
                .expressionAttributeValues(Map.of(":thread", Items.text(thread))));
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
