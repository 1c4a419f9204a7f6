package io.flowtide.core.services;

import io.flowtide.core.address.AddressTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Numbers of interface ids, found by the bytes of their text without allocation. */
final class InterfaceTable {

    private static final int FNV_PRIME = 0x01000193;
    private static final int FNV_START = 0x811C9DC5;

    private final byte[][] names;
    private final int[] values;

    InterfaceTable(Map<String, Integer> interfaces) {
        int places = Integer.highestOneBit(interfaces.size() + 1) * 4;
        names = new byte[places][];
        values = new int[places];
        interfaces.forEach(this::put);
    }

    private void put(String name, int value) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int place = place(bytes, 0, bytes.length);
        names[place] = bytes;
        values[place] = value;
    }

    /** {@link AddressTable#UNKNOWN} when the interface is not in the table. */
    int find(byte[] text, int from, int to) {
        return values[place(text, from, to)];
    }

    /** Where the name is, or would be. */
    private int place(byte[] text, int from, int to) {
        int place = hash(text, from, to) & names.length - 1;
        while (names[place] != null && !Arrays.equals(names[place], 0, names[place].length, text, from, to)) {
            place = place + 1 & names.length - 1;
        }
        return place;
    }

    /** FNV-1a. */
    private static int hash(byte[] text, int from, int to) {
        int hash = FNV_START;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * FNV_PRIME;
        }
        return hash ^ hash >>> 16;
    }
}
