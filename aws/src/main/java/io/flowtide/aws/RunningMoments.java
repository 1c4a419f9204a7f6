package io.flowtide.aws;

import io.flowtide.core.model.Moments;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The moments of all scores before a day, so that a mean over everything needs no history: items {@code series#<id>} /
 * {@code moments#<day>} of the Incidents table. What was kept first stays: whoever scores a window again gets what was
 * scored before.
 */
public final class RunningMoments {

    private static final String PREFIX = "moments#";
    private static final AttributeValue FIRST = Items.text(PREFIX);

    private final DynamoDbClient dynamo;
    private final String table;

    public RunningMoments(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * What is known at the start of two days, one after the other.
     *
     * @param before of the scores before the first day, empty ones when nothing was kept of them
     * @param complete whether those before the second are kept as well
     */
    public record Known(Moments before, boolean complete) {}

    /** What is known before {@code day}, and whether its own scores were added up. */
    public Known before(SeriesId series, Instant day) {
        List<Map<String, AttributeValue>> latest = dynamo.query(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :series AND sk BETWEEN :first AND :last")
                        .expressionAttributeValues(Map.of(
                                ":series", Items.text("series#" + series.name()),
                                ":first", FIRST,
                                ":last", Items.text(sortKey(next(day)))))
                        .scanIndexForward(false)
                        .limit(2))
                .items();
        boolean complete = !latest.isEmpty() && latest.get(0).get(Items.SK).s().equals(sortKey(next(day)));
        return new Known(
                latest.stream()
                        .skip(complete ? 1 : 0)
                        .findFirst()
                        .map(RunningMoments::moments)
                        .orElseGet(Moments::new),
                complete);
    }

    /** Keeps the moments of all scores up to the end of {@code day}. */
    public void keep(SeriesId series, Instant day, Moments upToItsEnd) {
        Map<String, AttributeValue> item = new HashMap<>(Items.key("series#" + series.name(), sortKey(next(day))));
        item.put("count", Items.number(upToItsEnd.count()));
        item.put("mean", Items.text(Double.toString(upToItsEnd.mean())));
        item.put("squares", Items.text(Double.toString(upToItsEnd.squares())));
        try {
            dynamo.putItem(
                    request -> request.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException known) {
            // Another scorer was faster.
        }
    }

    private static Instant next(Instant day) {
        return day.plus(Duration.ofDays(1));
    }

    private static Moments moments(Map<String, AttributeValue> item) {
        return new Moments(
                Items.number(item, "count"),
                Double.parseDouble(item.get("mean").s()),
                Double.parseDouble(item.get("squares").s()));
    }

    private static String sortKey(Instant day) {
        return PREFIX + day;
    }
}
