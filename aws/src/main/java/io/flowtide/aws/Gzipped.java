package io.flowtide.aws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attributes that hold much: documents, and hashes of parts, 16 bytes each. */
final class Gzipped {

    private static final int HASH_BYTES = 16;

    private Gzipped() {}

    static AttributeValue of(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory could not be written to", impossible);
        }
        return Items.bytes(zipped.toByteArray());
    }

    static byte[] plain(AttributeValue zipped) {
        try (GZIPInputStream gzip =
                new GZIPInputStream(new ByteArrayInputStream(zipped.b().asByteArrayUnsafe()))) {
            return gzip.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException("An item of the Series table is damaged", damaged);
        }
    }

    static AttributeValue hashes(SortedSet<String> hashes) {
        return Items.bytes(HexFormat.of().parseHex(String.join("", hashes)));
    }

    static SortedSet<String> hashes(AttributeValue value) {
        byte[] bytes = value.b().asByteArrayUnsafe();
        SortedSet<String> hashes = new TreeSet<>();
        for (int from = 0; from < bytes.length; from += HASH_BYTES) {
            hashes.add(HexFormat.of().formatHex(bytes, from, from + HASH_BYTES));
        }
        return hashes;
    }
}
