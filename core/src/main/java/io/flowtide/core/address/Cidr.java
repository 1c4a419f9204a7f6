package io.flowtide.core.address;

import java.nio.charset.StandardCharsets;

/**
 * A block of addresses, as 128 bits; IPv4 as {@link AddressReader} has it.
 *
 * @param high the upper 64 bits of the first address
 * @param low the lower 64 bits of the first address
 * @param length how many leading bits all its addresses share, 0 to 128
 */
public record Cidr(long high, long low, int length) {

    private static final int BITS = 128;
    private static final int IPV4_BITS = 32;

    /**
     * Reads {@code 10.0.1.0/24}, {@code 2001:db8::/32}, or a single address.
     *
     * @throws IllegalArgumentException when it is none; the message says why
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        AddressReader reader = new AddressReader();
        byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
        if (!reader.read(bytes, 0, bytes.length)) {
            throw new IllegalArgumentException("'" + address + "' is no IPv4 or IPv6 address");
        }
        int bits = address.indexOf(':') < 0 ? IPV4_BITS : BITS;
        int length = BITS - bits + (slash < 0 ? bits : length(text.substring(slash + 1), bits));
        Cidr cidr = new Cidr(reader.high(), reader.low(), length);
        if ((cidr.high & ~cidr.highMask()) != 0 || (cidr.low & ~cidr.lowMask()) != 0) {
            throw new IllegalArgumentException("'" + text
                    + "' has bits behind its prefix: write the first address of the block, or a longer prefix");
        }
        return cidr;
    }

    private static int length(String text, int bits) {
        boolean isNumber = text.matches("[0-9]{1,3}");
        if (!isNumber || Integer.parseInt(text) > bits) {
            throw new IllegalArgumentException("A prefix is a number from 0 to " + bits + ", not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private long highMask() {
        return mask(Math.min(length, Long.SIZE));
    }

    private long lowMask() {
        return mask(Math.max(0, length - Long.SIZE));
    }

    private static long mask(int ones) {
        return ones == 0 ? 0 : -1L << Long.SIZE - ones;
    }

    /** The upper 64 bits of the last address. */
    long lastHigh() {
        return high | ~highMask();
    }

    /** The lower 64 bits of the last address. */
    long lastLow() {
        return low | ~lowMask();
    }

    /** Whether all addresses of {@code other} are addresses of this block. */
    boolean contains(Cidr other) {
        return length <= other.length && (other.high & highMask()) == high && (other.low & lowMask()) == low;
    }
}
