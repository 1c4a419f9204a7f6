package io.flowtide.core.address;

import java.util.Arrays;

/**
 * Answers of an {@link AddressTable} at hand, by the bits of the address: a flow log names the same addresses again and
 * again. One answer per place, the latest one. Allocates nothing after it was made; not for several threads at once.
 */
public final class AddressCache {

    /** Addresses at hand; a power of two. */
    private static final int PLACES = 1 << 13;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final AddressTable table;
    private final AddressReader reader = new AddressReader();
    private final long[] highs = new long[PLACES];
    private final long[] lows = new long[PLACES];
    private final int[] values = new int[PLACES];

    public AddressCache(AddressTable table) {
        this.table = table;
        // Every place holds a right answer from the start: that of the address of zeros.
        Arrays.fill(values, table.find(0, 0));
    }

    /** What is known of the address in the text {@code [from, to)}; {@link AddressTable#UNKNOWN} when it is no address. */
    public int find(byte[] text, int from, int to) {
        return reader.read(text, from, to) ? find(reader.high(), reader.low()) : AddressTable.UNKNOWN;
    }

    private int find(long high, long low) {
        long mixed = (high * MIX ^ low) * MIX;
        int place = (int) (mixed >>> Long.SIZE - 13);
        if (highs[place] != high || lows[place] != low) {
            values[place] = table.find(high, low);
            highs[place] = high;
            lows[place] = low;
        }
        return values[place];
    }
}
