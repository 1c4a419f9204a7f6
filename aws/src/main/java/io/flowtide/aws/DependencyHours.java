package io.flowtide.aws;

import io.flowtide.core.dependency.StoredHour;
import io.flowtide.core.event.DependencyTable;
import io.flowtide.core.event.Documents;
import io.flowtide.core.series.Slot;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The hours of the dependency table, in the Series table: {@code dependencies} / {@code hour#<hour>} with {@code pairs}
 * (JSON, gzip), {@code hashes} of the parts in it and their number {@code parts}, which serves as the item's version because
 * it only grows.
 */
public final class DependencyHours {

    static final String PK = "dependencies";

    private static final String PAIRS = "pairs";
    private static final String HASHES = "hashes";
    private static final String PARTS = "parts";

    private final DynamoDbClient dynamo;
    private final String table;

    public DependencyHours(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    private static Map<String, AttributeValue> key(Instant hour) {
        return Items.key(PK, "hour#" + new Slot(hour).name());
    }

    /**
     * One hour as it is stored; {@link StoredHour#NONE} when it is not.
     *
     * @param hour the start of a full one
     */
    public StoredHour load(Instant hour) {
        Map<String, AttributeValue> item = dynamo.getItem(
                        request -> request.tableName(table).key(key(hour)).consistentRead(true))
                .item();
        return item.isEmpty()
                ? StoredHour.NONE
                : new StoredHour(
                        Gzipped.hashes(item.get(HASHES)),
                        Documents.read(Gzipped.plain(item.get(PAIRS)), DependencyTable.class)
                                .traffic());
    }

    /**
     * Stores an hour that was made from {@code previous} by adding parts.
     *
     * @return false when another stored parts since
     */
    public boolean store(Instant hour, StoredHour previous, StoredHour next) {
        DependencyTable document = new DependencyTable(hour, next.parts().size(), next.pairs());
        Map<String, AttributeValue> key = key(hour);
        try {
            dynamo.putItem(request -> request.tableName(table)
                    .item(Map.of(
                            Items.PK,
                            key.get(Items.PK),
                            Items.SK,
                            key.get(Items.SK),
                            PAIRS,
                            Gzipped.of(Documents.write(document)),
                            HASHES,
                            Gzipped.hashes(next.parts()),
                            PARTS,
                            Items.number(next.parts().size())))
                    .conditionExpression("attribute_not_exists(pk) OR parts = :previous")
                    .expressionAttributeValues(
                            Map.of(":previous", Items.number(previous.parts().size()))));
            return true;
        } catch (ConditionalCheckFailedException overtaken) {
            return false;
        }
    }
}
