package io.flowtide.aws;

import io.flowtide.core.event.Documents;
import io.flowtide.core.join.SlotSums;
import io.flowtide.core.join.StoredSlot;
import io.flowtide.core.series.Slot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
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
    private static final int HASH_BYTES = 16;

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
                Items.bytes(zip(Documents.write(stored.sums()))),
                HASHES,
                Items.bytes(HexFormat.of().parseHex(String.join("", stored.parts()))),
                PARTS,
                Items.number(stored.parts().size()));
    }

    static StoredSlot stored(Map<String, AttributeValue> item) {
        return new StoredSlot(hashes(item.get(HASHES).b().asByteArrayUnsafe()), sums(item));
    }

    static SlotSums sums(Map<String, AttributeValue> item) {
        return Documents.read(unzip(item.get(SUMS).b().asByteArrayUnsafe()), SlotSums.class);
    }

    private static SortedSet<String> hashes(byte[] bytes) {
        SortedSet<String> hashes = new TreeSet<>();
        for (int from = 0; from < bytes.length; from += HASH_BYTES) {
            hashes.add(HexFormat.of().formatHex(bytes, from, from + HASH_BYTES));
        }
        return hashes;
    }

    private static byte[] zip(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory could not be written to", impossible);
        }
        return zipped.toByteArray();
    }

    private static byte[] unzip(byte[] zipped) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return gzip.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException("The sums of a slot in the Series table are damaged", damaged);
        }
    }
}
