package io.flowtide.core.geo;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes small databases in the MaxMind DB format, version 2.0, as its specification has it: a search tree of 24-bit
 * records, 16 zero bytes, the data, and the metadata behind its marker.
 */
public final class MmdbWriter {

    private static final int EMPTY = -1;
    private static final byte[] MARKER = "\u00AB\u00CD\u00EFMaxMind.com".getBytes(StandardCharsets.ISO_8859_1);
    private static final int STRING = 2;
    private static final int UINT16 = 5;
    private static final int UINT32 = 6;
    private static final int MAP = 7;
    private static final int UINT64 = 9;
    private static final int ARRAY = 11;

    private final int ipVersion;
    private final String type;
    private final List<int[]> nodes = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /** @param ipVersion 4 or 6 */
    public MmdbWriter(int ipVersion, String type) {
        this.ipVersion = ipVersion;
        this.type = type;
        nodes.add(new int[] {EMPTY, EMPTY});
    }

    /** Data is marked by a number below {@link #EMPTY}: its offset is {@code -2 - number}. */
    public MmdbWriter put(String network, Map<String, Object> entries) throws UnknownHostException {
        String[] parts = network.split("/");
        byte[] address = InetAddress.getByName(parts[0]).getAddress();
        int skipped = ipVersion == 6 && address.length == 4 ? 96 : 0;
        int length = Integer.parseInt(parts[1]) + skipped;
        int value = -2 - data.size();
        write(data, entries);
        int node = 0;
        for (int bit = 0; bit < length; bit++) {
            int side = bit < skipped ? 0 : address[(bit - skipped) / 8] >> 7 - (bit - skipped) % 8 & 1;
            if (bit == length - 1) {
                nodes.get(node)[side] = value;
            } else if (nodes.get(node)[side] < 0) {
                nodes.add(new int[] {EMPTY, EMPTY});
                nodes.get(node)[side] = nodes.size() - 1;
                node = nodes.size() - 1;
            } else {
                node = nodes.get(node)[side];
            }
        }
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        nodes.forEach(node -> {
            number(out, pointer(node[0]), 3);
            number(out, pointer(node[1]), 3);
        });
        out.writeBytes(new byte[16]);
        out.writeBytes(data.toByteArray());
        out.writeBytes(MARKER);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("node_count", (long) nodes.size());
        metadata.put("record_size", 24);
        metadata.put("ip_version", ipVersion);
        metadata.put("database_type", type);
        metadata.put("languages", List.of("en"));
        metadata.put("binary_format_major_version", 2);
        metadata.put("binary_format_minor_version", 0);
        metadata.put("build_epoch", BigInteger.valueOf(1_700_000_000L));
        metadata.put("description", Map.of("en", "A test"));
        write(out, metadata);
        return out.toByteArray();
    }

    private int pointer(int value) {
        if (value == EMPTY) {
            return nodes.size();
        }
        return value >= 0 ? value : nodes.size() + 16 + (-2 - value);
    }

    private static void write(ByteArrayOutputStream out, Object value) {
        if (value instanceof Map<?, ?> map) {
            control(out, MAP, map.size());
            map.forEach((key, entry) -> {
                write(out, key);
                write(out, entry);
            });
        } else if (value instanceof List<?> list) {
            control(out, ARRAY, list.size());
            list.forEach(entry -> write(out, entry));
        } else if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            control(out, STRING, bytes.length);
            out.writeBytes(bytes);
        } else if (value instanceof Integer small) {
            control(out, UINT16, 2);
            number(out, small, 2);
        } else if (value instanceof Long number) {
            control(out, UINT32, 4);
            number(out, number, 4);
        } else {
            control(out, UINT64, 8);
            number(out, ((Number) value).longValue(), 8);
        }
    }

    private static void control(ByteArrayOutputStream out, int type, int size) {
        if (size > 28) {
            throw new IllegalArgumentException("This writer has no long values: " + size);
        }
        out.write(type <= 7 ? type << 5 | size : size);
        if (type > 7) {
            out.write(type - 7);
        }
    }

    private static void number(ByteArrayOutputStream out, long number, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (number >>> 8 * i));
        }
    }
}
