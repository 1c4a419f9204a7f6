package io.flowtide.aws;

import io.flowtide.core.event.Documents;
import io.flowtide.core.join.SlotSums;
import io.flowtide.core.join.StoredSlot;
import io.flowtide.core.series.Slot;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A closed slot as an item: {@code shard#00} / {@code slot#<slot>} with {@code sums} (JSON, gzip), {@code hashes} of its
 * parts, 16 bytes each, and their number {@code parts}, which serves as the item's version because it only grows.
 */
final class SlotItems {

    static final String PARTS = "parts";

    private static final String PREFIX = "slot#";
    private static final String SUMS = "sums";
    private static final String HASHES = "hashes";

    private SlotItems() {}

    static String shard(int shard) {
        return "shard#%02d".formatted(shard);
    }

    static String sortKey(Slot slot) {
        return PREFIX + slot.name();
    }

    static Slot slot(Map<String, AttributeValue> item) {
        return Slot.parse(item.get(Items.SK).s().substring(PREFIX.length()));
    }

    static Map<String, AttributeValue> item(int shard, Slot slot, StoredSlot stored) {
        return Map.of(
                Items.PK,
                Items.text(shard(shard)),
                Items.SK,
                Items.text(sortKey(slot)),
                SUMS,
                Gzipped.of(Documents.write(stored.sums())),
                HASHES,
                Gzipped.hashes(stored.parts()),
                PARTS,
                Items.number(stored.parts().size()));
    }

    static StoredSlot stored(Map<String, AttributeValue> item) {
        return new StoredSlot(Gzipped.hashes(item.get(HASHES)), sums(item));
    }

    static SlotSums sums(Map<String, AttributeValue> item) {
        return Documents.read(Gzipped.plain(item.get(SUMS)), SlotSums.class);
    }
}
