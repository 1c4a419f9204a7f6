package io.flowtide.core.flowlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What a file holds, told by its first bytes. */
sealed interface ContentKind {

    record Empty() implements ContentKind {}

    record FlowLogText() implements ContentKind {}

    /** JSON, or the Python literal that passes for it. */
    record MetricDump() implements ContentKind {}

    /** CloudWatch Logs events that hold the lines of a flow log. */
    record Subscription() implements ContentKind {}

    record Parquet() implements ContentKind {}

    /** @param what for people: {@code a zip file} */
    record Foreign(String what) implements ContentKind {}

    /** How many bytes are looked at. */
    int LOOKED_AT = 4096;

    /** Looks at {@code [from, to)}. */
    static ContentKind of(byte[] bytes, int from, int to) {
        byte[] start = Arrays.copyOfRange(bytes, from, Math.min(to, from + LOOKED_AT));
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return new Empty();
        }
        if (text.startsWith("PAR1")) {
            return new Parquet();
        }
        Optional<Signature> signature = SIGNATURES.stream()
                .filter(candidate -> text.startsWith(candidate.start))
                .findFirst();
        if (signature.isPresent()) {
            return new Foreign(signature.get().what);
        }
        if (isBinary(start)) {
            return new Foreign("binary data (it starts with the bytes "
                    + HexFormat.ofDelimiter(" ").formatHex(start, 0, Math.min(8, start.length)) + ")");
        }
        String unpadded = text.replaceFirst("^(ï»¿)?\\s*", "");
        if (!unpadded.startsWith("{") && !unpadded.startsWith("[")) {
            return new FlowLogText();
        }
        return SubscriptionText.matches(unpadded) ? new Subscription() : new MetricDump();
    }

    /** @param start the first bytes, as ISO 8859-1 */
    record Signature(String start, String what) {}

    List<Signature> SIGNATURES = List.of(
            new Signature("PK\003\004", "a zip file"),
            new Signature("\037\u008B", "gzip within gzip"),
            new Signature("(µ/ý", "a zstandard file"),
            new Signature("BZh", "a bzip2 file"),
            new Signature("ý7zXZ", "an xz file"),
            new Signature("Obj\001", "an Avro file"),
            new Signature("ORC", "an ORC file"),
            new Signature("%PDF-", "a PDF"));

    /** A line of a flow log is text; a broken one further down does not make the file a foreign one. */
    private static boolean isBinary(byte[] start) {
        int unprintable = 0;
        boolean firstLine = true;
        for (byte octet : start) {
            boolean control = octet >= 0 && octet < ' ' && octet != '\n' && octet != '\r' && octet != '\t';
            if (firstLine && octet == 0) {
                return true;
            }
            firstLine &= octet != '\n';
            unprintable += control || octet < 0 ? 1 : 0;
        }
        return unprintable > start.length / 4;
    }
}
