package io.flowtide.core.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads Thrift's compact protocol, which Parquet's metadata is written in. */
final class ThriftReader {

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int SHORT = 4;
    private static final int INT = 5;
    private static final int LONG = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;

    private static final int DEEPEST = 32;
    private static final int LONG_LIST = 15;

    private final byte[] bytes;
    private final int to;
    private int position;

    ThriftReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.to = to;
    }

    /** Where the next structure starts. */
    int position() {
        return position;
    }

    ThriftStruct struct() throws ParquetException {
        return struct(0);
    }

    private ThriftStruct struct(int depth) throws ParquetException {
        Map<Integer, Object> fields = new HashMap<>();
        int field = 0;
        for (int header = octet(); header != 0; header = octet()) {
            int step = header >>> 4;
            field = step == 0 ? (int) zigzag() : field + step;
            fields.put(field, value(header & 15, depth));
        }
        return new ThriftStruct(fields);
    }

    private Object value(int type, int depth) throws ParquetException {
        if (depth > DEEPEST) {
            throw malformed();
        }
        return switch (type) {
            case TRUE -> 1L;
            case FALSE -> 0L;
            case BYTE -> (long) octet();
            case SHORT, INT, LONG -> zigzag();
            case DOUBLE -> text(Long.BYTES);
            case BINARY -> text(varint());
            case LIST, SET -> list(depth);
            case MAP -> map(depth);
            case STRUCT -> struct(depth + 1);
            default -> throw malformed();
        };
    }

    private List<Object> list(int depth) throws ParquetException {
        int header = octet();
        long size = header >>> 4 == LONG_LIST ? varint() : header >>> 4;
        int type = header & 15;
        List<Object> list = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            // In a list a truth value takes a byte.
            list.add(type == TRUE || type == FALSE ? (Object) (long) octet() : value(type, depth + 1));
        }
        return list;
    }

    /** Nothing that is of use here lies in maps. */
    private List<Object> map(int depth) throws ParquetException {
        long size = varint();
        int types = size == 0 ? 0 : octet();
        for (long i = 0; i < size; i++) {
            value(types >>> 4, depth + 1);
            value(types & 15, depth + 1);
        }
        return List.of();
    }

    private byte[] text(long length) throws ParquetException {
        if (length < 0 || length > to - position) {
            throw malformed();
        }
        position += (int) length;
        return Arrays.copyOfRange(bytes, position - (int) length, position);
    }

    private long zigzag() throws ParquetException {
        long number = varint();
        return number >>> 1 ^ -(number & 1);
    }

    private long varint() throws ParquetException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int octet = octet();
            number |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return number;
            }
        }
        throw malformed();
    }

    private int octet() throws ParquetException {
        if (position >= to) {
            throw malformed();
        }
        return bytes[position++] & 0xFF;
    }

    private static ParquetException malformed() {
        return new ParquetException("Malformed metadata");
    }
}
