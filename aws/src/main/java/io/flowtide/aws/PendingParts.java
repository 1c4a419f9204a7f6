package io.flowtide.aws;

import io.flowtide.core.join.PartName;
import io.flowtide.core.series.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The parts that arrived and are not yet in a closed slot: one item {@code pending} / {@code <slot>#<source>-<hash>} each,
 * so that a repeated arrival is one mark, and each mark goes when its own part is in.
 */
public final class PendingParts {

    /**
     * Parts of whole slots, in ascending order.
     *
     * @param parts all pending parts of the slots that it holds
     * @param isLast whether there are no further ones in the range that was asked for
     */
    public record Page(List<PartName> parts, boolean isLast) {}

    private static final String PENDING = "pending";
    private static final String UNREADABLE = "unreadable";
    private static final int BATCH = 25;
    private static final String SEPARATOR = "#";
    private static final String AFTER_SEPARATOR = "$";

    private final DynamoDbClient dynamo;
    private final String table;

    public PendingParts(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    public void mark(PartName part) {
        dynamo.putItem(request -> request.tableName(table).item(Items.key(PENDING, sortKey(part))));
    }

    /** Sets a part that can't be read aside, so that it stops nobody and is not lost: {@code unreadable} / as before. */
    public void setAside(PartName part) {
        dynamo.putItem(request -> request.tableName(table).item(Items.key(UNREADABLE, sortKey(part))));
    }

    /**
     * The first pending parts, whole slots of them.
     *
     * @param after the slot to start after; empty to start with the first
     * @param upTo the last slot
     * @param atLeast how many parts to read before stopping at the end of a slot
     */
    public Page read(Optional<Slot> after, Slot upTo, int atLeast) {
        List<PartName> parts = new ArrayList<>();
        for (Map<String, AttributeValue> item : items(after, upTo)) {
            PartName part = part(item.get(Items.SK).s());
            if (parts.size() >= atLeast
                    && !part.slot().equals(parts.get(parts.size() - 1).slot())) {
                return new Page(List.copyOf(parts), false);
            }
            parts.add(part);
        }
        return new Page(List.copyOf(parts), true);
    }

    private Iterable<Map<String, AttributeValue>> items(Optional<Slot> after, Slot upTo) {
        String from = after.map(slot -> slot.name() + AFTER_SEPARATOR).orElse(SEPARATOR);
        return dynamo.queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .limit(1000)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(
                                ":pk", Items.text(PENDING),
                                ":from", Items.text(from),
                                ":to", Items.text(upTo.name() + AFTER_SEPARATOR))))
                .items();
    }

    /** Takes marks away. */
    public void clear(List<PartName> parts) {
        IntStream.iterate(0, from -> from < parts.size(), from -> from + BATCH)
                .mapToObj(from -> parts.subList(from, Math.min(from + BATCH, parts.size())))
                .forEach(this::clearBatch);
    }

    private void clearBatch(List<PartName> parts) {
        Map<String, List<WriteRequest>> open =
                Map.of(table, parts.stream().map(PendingParts::deletion).toList());
        while (!open.isEmpty()) {
            Map<String, List<WriteRequest>> requests = open;
            BatchWriteItemResponse response = dynamo.batchWriteItem(request -> request.requestItems(requests));
            open = response.unprocessedItems();
        }
    }

    private static WriteRequest deletion(PartName part) {
        return WriteRequest.builder()
                .deleteRequest(DeleteRequest.builder()
                        .key(Items.key(PENDING, sortKey(part)))
                        .build())
                .build();
    }

    private static String sortKey(PartName part) {
        return part.slot().name() + SEPARATOR + part.source() + "-" + part.hash();
    }

    private static PartName part(String sortKey) {
        int separator = sortKey.indexOf(SEPARATOR);
        int dash = sortKey.indexOf('-', separator);
        return new PartName(
                Slot.parse(sortKey.substring(0, separator)),
                sortKey.substring(separator + 1, dash),
                sortKey.substring(dash + 1));
    }
}
