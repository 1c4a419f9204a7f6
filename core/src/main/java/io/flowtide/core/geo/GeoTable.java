package io.flowtide.core.geo;

import com.maxmind.db.Reader;
import io.flowtide.core.address.NamedAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One part of the records of a database, numbered as it is found. */
final class GeoTable implements NamedAddresses {

    /** The name of what the database does not know, such as private addresses. */
    static final String UNKNOWN_NAME = "unknown";

    private static final long IPV4_MAPPED = 0xFFFFL;

    private final Reader reader;
    private final GeoRecord.Part part;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    GeoTable(Reader reader, GeoRecord.Part part) {
        this.reader = reader;
        this.part = part;
        number(UNKNOWN_NAME);
    }

    @Override
    public int find(long high, long low) {
        boolean four = high == 0 && low >>> 32 == IPV4_MAPPED;
        if (!four && reader.getMetadata().getIpVersion() == 4) {
            return UNKNOWN;
        }
        try {
            Map<?, ?> found = reader.get(address(high, low, four), Map.class);
            return found == null ? UNKNOWN : part.of(found).map(this::number).orElse(UNKNOWN);
        } catch (IOException damaged) {
            throw new UncheckedIOException("The geography file is damaged: " + damaged.getMessage(), damaged);
        }
    }

    private static InetAddress address(long high, long low, boolean four) throws IOException {
        return InetAddress.getByAddress(
                four
                        ? ByteBuffer.allocate(Integer.BYTES).putInt((int) low).array()
                        : ByteBuffer.allocate(2 * Long.BYTES)
                                .putLong(high)
                                .putLong(low)
                                .array());
    }

    private int number(String name) {
        return numbers.computeIfAbsent(name, absent -> {
            names.add(name);
            return names.size() - 1;
        });
    }

    @Override
    public String name(int number) {
        return names.get(number);
    }
}
