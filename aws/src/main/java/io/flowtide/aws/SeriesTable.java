package io.flowtide.aws;

import io.flowtide.core.join.KnownSeries;
import io.flowtide.core.join.SlotHistory;
import io.flowtide.core.join.SlotSums;
import io.flowtide.core.join.StoredSlot;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The closed slots, per shard: items {@code slot#<slot>} ({@link SlotItems}) and, of each series that was ever seen,
 * {@code series#<id>} with {@code first} and {@code lastDay}. All reads are consistent.
 */
public final class SeriesTable {

    private static final String SERIES = "series#";
    private static final String FIRST = "firstSlot";
    private static final String LAST_DAY = "lastDay";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Duration longestSilence;

    /** @param longestSilence slots without parts are zeros; in a silence longer than this they are a gap */
    public SeriesTable(DynamoDbClient dynamo, String table, Duration longestSilence) {
        this.dynamo = dynamo;
        this.table = table;
        this.longestSilence = longestSilence;
    }

    /**
     * One series at five minutes over {@code [from, to)}, NaN where nothing is known.
     *
     * @param from a multiple of five minutes
     * @param to a multiple of five minutes
     */
    public TimeSeries history(int shard, SeriesId series, Instant from, Instant to) {
        Optional<KnownSeries> known = known(shard, series);
        // Unknown: as if it began where the range ends.
        Slot first = known.map(KnownSeries::first).orElse(new Slot(to));
        return slots(shard, new Slot(from), new Slot(to)).series(series, first, new Slot(from), new Slot(to));
    }

    /** As {@link #history(int, SeriesId, Instant, Instant)}, for all series that were ever seen in the shard. */
    public SortedMap<SeriesId, TimeSeries> history(int shard, Instant from, Instant to) {
        SlotHistory slots = slots(shard, new Slot(from), new Slot(to));
        SortedMap<SeriesId, TimeSeries> history = new TreeMap<>();
        known(shard)
                .forEach((series, known) ->
                        history.put(series, slots.series(series, known.first(), new Slot(from), new Slot(to))));
        return history;
    }

    /** The slots of {@code [from, to)}, with the neighbours that tell what a silence at the edges means: one query, rarely three. */
    public SlotHistory slots(int shard, Slot from, Slot to) {
        Map<Slot, SlotSums> slots = new HashMap<>();
        if (from.compareTo(to) < 0) {
            QueryRequest range = query(shard, "sk BETWEEN :from AND :to", SlotItems.sortKey(from), to.minus(1))
                    .build();
            dynamo.queryPaginator(range).items().forEach(item -> put(slots, item));
            if (!slots.containsKey(from)) {
                one(shard, SlotItems.sortKey(new Slot(Instant.EPOCH)), from.minus(1), false)
                        .ifPresent(item -> put(slots, item));
            }
            if (!slots.containsKey(to.minus(1))) {
                one(shard, SlotItems.sortKey(to), LAST, true).ifPresent(item -> put(slots, item));
            }
        }
        return new SlotHistory(slots, longestSilence);
    }

    private static final Slot LAST = Slot.parse("9999-12-31T23:55Z");

    private static void put(Map<Slot, SlotSums> slots, Map<String, AttributeValue> item) {
        slots.put(SlotItems.slot(item), SlotItems.sums(item));
    }

    private Optional<Map<String, AttributeValue>> one(int shard, String from, Slot to, boolean forward) {
        return dynamo
                .query(query(shard, "sk BETWEEN :from AND :to", from, to)
                        .scanIndexForward(forward)
                        .limit(1)
                        .build())
                .items()
                .stream()
                .findFirst();
    }

    private QueryRequest.Builder query(int shard, String range, String from, Slot to) {
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("pk = :pk AND " + range)
                .expressionAttributeValues(Map.of(
                        ":pk", Items.text(SlotItems.shard(shard)),
                        ":from", Items.text(from),
                        ":to", Items.text(SlotItems.sortKey(to))));
    }

    /** One slot as it is stored; {@link StoredSlot#NONE} when it is not. */
    public StoredSlot slot(int shard, Slot slot) {
        Map<String, AttributeValue> item = dynamo.getItem(request -> request.tableName(table)
                        .key(Items.key(SlotItems.shard(shard), SlotItems.sortKey(slot)))
                        .consistentRead(true))
                .item();
        return item.isEmpty() ? StoredSlot.NONE : SlotItems.stored(item);
    }

    /**
     * Stores a slot that was made from {@code previous} by adding parts.
     *
     * @return false when another stored parts since
     */
    public boolean store(int shard, Slot slot, StoredSlot previous, StoredSlot next) {
        try {
            dynamo.putItem(request -> request.tableName(table)
                    .item(SlotItems.item(shard, slot, next))
                    .conditionExpression("attribute_not_exists(pk) OR parts = :previous")
                    .expressionAttributeValues(
                            Map.of(":previous", Items.number(previous.parts().size()))));
            return true;
        } catch (ConditionalCheckFailedException overtaken) {
            return false;
        }
    }

    /** All series that were ever seen in the shard. */
    public SortedMap<SeriesId, KnownSeries> known(int shard) {
        SortedMap<SeriesId, KnownSeries> known = new TreeMap<>();
        dynamo.queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :series)")
                        .expressionAttributeValues(
                                Map.of(":pk", Items.text(SlotItems.shard(shard)), ":series", Items.text(SERIES))))
                .items()
                .forEach(item ->
                        known.put(new SeriesId(item.get(Items.SK).s().substring(SERIES.length())), knownSeries(item)));
        return known;
    }

    private Optional<KnownSeries> known(int shard, SeriesId series) {
        Map<String, AttributeValue> item = dynamo.getItem(request ->
                        request.tableName(table).key(key(shard, series)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(knownSeries(item));
    }

    private static KnownSeries knownSeries(Map<String, AttributeValue> item) {
        return new KnownSeries(new Slot(Items.time(item, FIRST)), new Slot(Items.time(item, LAST_DAY)));
    }

    private static Map<String, AttributeValue> key(int shard, SeriesId series) {
        return Items.key(SlotItems.shard(shard), SERIES + series.name());
    }

    /** Widens what is known of a series; two that do so at once both count. */
    public void widen(int shard, SeriesId series, KnownSeries seen) {
        set(shard, series, FIRST, ">", seen.first());
        set(shard, series, LAST_DAY, "<", seen.lastDay());
    }

    private void set(int shard, SeriesId series, String name, String than, Slot slot) {
        try {
            dynamo.updateItem(request -> request.tableName(table)
                    .key(key(shard, series))
                    .updateExpression("SET " + name + " = :time")
                    .conditionExpression("attribute_not_exists(" + name + ") OR " + name + " " + than + " :time")
                    .expressionAttributeValues(Map.of(":time", Items.time(slot.start()))));
        } catch (ConditionalCheckFailedException known) {
            // It is as wide already.
        }
    }
}
