package io.flowtide.aws;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.training.ModelChoice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The models in service, in the Series table: items {@code model#<series>} / {@code from#<day>}, of which the last one
 * not after a day is in service on it, and {@code model#<series>} / {@code trained}, which says when it was last looked
 * at.
 */
public final class ModelChoices {

    private static final String SERIES = "model#";
    private static final String FROM = "from#";
    private static final String TRAINED = "trained";
    private static final String VERSION = "historyVersion";

    private final DynamoDbClient dynamo;
    private final String table;

    public ModelChoices(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** What is in service on a UTC day; nothing while no training has promoted anything. */
    public Optional<ModelChoice> inService(SeriesId series, LocalDate day) {
        return dynamo
                .query(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(
                                ":pk", Items.text(SERIES + series.name()),
                                ":from", Items.text(FROM),
                                ":to", Items.text(FROM + day)))
                        .scanIndexForward(false)
                        .limit(1))
                .items()
                .stream()
                .findFirst()
                .map(item -> choice(series, item));
    }

    /**
     * Puts a model into service. Repeated it changes nothing, and of two for the same day the one that knows the newer
     * history stays.
     *
     * @return whether it was put
     */
    public boolean promote(ModelChoice choice) {
        return put(item(choice), choice.historyVersion());
    }

    private static Map<String, AttributeValue> item(ModelChoice choice) {
        Map<String, AttributeValue> item =
                new HashMap<>(Items.key(SERIES + choice.series().name(), FROM + choice.from()));
        item.put(TRAINED, Items.text(choice.trained().toString()));
        item.put(VERSION, Items.number(choice.historyVersion()));
        item.put("detector", Items.text(choice.detector()));
        item.put("forecaster", Items.text(choice.forecaster()));
        item.put("snapshot", Items.text(choice.snapshot()));
        item.put("calendar", Items.text(choice.calendar()));
        item.put("width", Items.text(choice.width().toString()));
        return item;
    }

    private static ModelChoice choice(SeriesId series, Map<String, AttributeValue> item) {
        return new ModelChoice(
                series,
                LocalDate.parse(item.get(Items.SK).s().substring(FROM.length())),
                LocalDate.parse(item.get(TRAINED).s()),
                Items.number(item, VERSION),
                item.get("detector").s(),
                item.get("forecaster").s(),
                item.get("snapshot").s(),
                item.get("calendar").s(),
                Duration.parse(item.get("width").s()));
    }

    /**
     * When a series was last trained.
     *
     * @param day the UTC day before whose start everything was learned
     * @param historyVersion the version of the history that was learned from
     */
    public record LastTraining(LocalDate day, long historyVersion) {}

    public Optional<LastTraining> lastTraining(SeriesId series) {
        Map<String, AttributeValue> item = dynamo.getItem(request -> request.tableName(table)
                        .key(Items.key(SERIES + series.name(), TRAINED))
                        .consistentRead(true))
                .item();
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(new LastTraining(LocalDate.parse(item.get(TRAINED).s()), Items.number(item, VERSION)));
    }

    /** Notes that a series was trained; an older training does not take the place of a newer one. */
    public void trained(SeriesId series, LastTraining training) {
        Map<String, AttributeValue> item = new HashMap<>(Items.key(SERIES + series.name(), TRAINED));
        item.put(TRAINED, Items.text(training.day().toString()));
        item.put(VERSION, Items.number(training.historyVersion()));
        try {
            dynamo.putItem(request -> request.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR trained <= :day")
                    .expressionAttributeValues(
                            Map.of(":day", Items.text(training.day().toString()))));
        } catch (ConditionalCheckFailedException newer) {
            // Somebody trained it with more.
        }
    }

    /** As if the series had never been trained, so that it is looked at next. */
    public void forgetTraining(SeriesId series) {
        dynamo.deleteItem(request -> request.tableName(table).key(Items.key(SERIES + series.name(), TRAINED)));
    }

    private boolean put(Map<String, AttributeValue> item, long version) {
        try {
            dynamo.putItem(request -> request.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR historyVersion < :version")
                    .expressionAttributeValues(Map.of(":version", Items.number(version))));
            return true;
        } catch (ConditionalCheckFailedException taken) {
            return false;
        }
    }
}
