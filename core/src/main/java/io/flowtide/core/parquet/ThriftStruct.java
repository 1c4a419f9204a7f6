package io.flowtide.core.parquet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A structure of Parquet's metadata as it lies in the file: values by the numbers of their fields.
 *
 * @param fields numbers and truth values as {@link Long}, text as {@code byte[]}, and lists and structures of these
 */
record ThriftStruct(Map<Integer, Object> fields) {

    Optional<Long> optionalNumber(int field) {
        return fields.get(field) instanceof Long number ? Optional.of(number) : Optional.empty();
    }

    long number(int field) throws ParquetException {
        return optionalNumber(field).orElseThrow(() -> missing(field));
    }

    /** @throws ParquetException also when the number is negative or no int */
    int count(int field) throws ParquetException {
        long number = number(field);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new ParquetException("Malformed metadata (a count of " + number + ")");
        }
        return (int) number;
    }

    String text(int field) throws ParquetException {
        if (fields.get(field) instanceof byte[] text) {
            return new String(text, StandardCharsets.UTF_8);
        }
        throw missing(field);
    }

    Optional<ThriftStruct> optionalStruct(int field) {
        return fields.get(field) instanceof ThriftStruct struct ? Optional.of(struct) : Optional.empty();
    }

    ThriftStruct struct(int field) throws ParquetException {
        return optionalStruct(field).orElseThrow(() -> missing(field));
    }

    /** The structures of a list; empty when there is no such list. */
    List<ThriftStruct> structs(int field) {
        return list(field).stream()
                .filter(ThriftStruct.class::isInstance)
                .map(ThriftStruct.class::cast)
                .toList();
    }

    /** The texts of a list; empty when there is no such list. */
    List<String> texts(int field) {
        return list(field).stream()
                .filter(byte[].class::isInstance)
                .map(text -> new String((byte[]) text, StandardCharsets.UTF_8))
                .toList();
    }

    private List<?> list(int field) {
        return fields.get(field) instanceof List<?> list ? list : List.of();
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    private static ParquetException missing(int field) {
        return new ParquetException("Malformed metadata (field " + field + " is missing)");
    }
}
