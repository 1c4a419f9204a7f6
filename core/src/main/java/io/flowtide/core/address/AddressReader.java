package io.flowtide.core.address;

/**
 * Reads IP addresses from text without allocation, as 128 bits. IPv4 becomes {@code ::ffff:a.b.c.d} (RFC 4291, section
 * 2.5.5.2), so that one table holds both kinds. Not for several threads at once.
 */
public final class AddressReader {

    /** What stands above the 32 bits of an IPv4 address. */
    static final long MAPPED = 0xFFFF_0000_0000L;

    private static final int GROUPS = 8;
    private static final int NONE = -1;

    private final int[] groups = new int[GROUPS];
    private long high;
    private long low;

    /** The upper 64 bits of the address that was read last. */
    public long high() {
        return high;
    }

    /** The lower 64 bits of the address that was read last. */
    public long low() {
        return low;
    }

    /** Reads the text {@code [from, to)}; false when it is no address. */
    public boolean read(byte[] text, int from, int to) {
        long four = ipv4(text, from, to);
        if (four >= 0) {
            high = 0;
            low = MAPPED | four;
            return true;
        }
        return ipv6(text, from, to);
    }

    /** The 32 bits of {@code a.b.c.d}, negative when it is something else. */
    private static long ipv4(byte[] text, int from, int to) {
        long address = 0;
        int number = NONE;
        int numbers = 1;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                number = number == NONE ? digit : number * 10 + digit;
            } else if (text[i] == '.' && number != NONE) {
                address = address << 8 | number;
                number = NONE;
                numbers++;
            } else {
                return NONE;
            }
            if (number > 255) {
                return NONE;
            }
        }
        return numbers == 4 && number != NONE ? address << 8 | number : NONE;
    }

    /** Groups of up to four hexadecimal digits, once {@code ::} for any number of zeros, the last two maybe as IPv4. */
    private boolean ipv6(byte[] text, int from, int to) {
        int count = 0;
        int gap = NONE;
        int at = from;
        while (at < to) {
            if (text[at] == ':') {
                boolean twice = at + 1 < to && text[at + 1] == ':';
                if (twice ? gap != NONE : at == from || at + 1 == to) {
                    return false;
                }
                gap = twice ? count : gap;
                at += twice ? 2 : 1;
            } else {
                int end = groupEnd(text, at, to);
                int added = group(text, at, end, to, count);
                if (added == 0) {
                    return false;
                }
                count += added;
                at = end;
            }
        }
        return gap == NONE ? count == GROUPS && assemble(count, count) : count < GROUPS && assemble(count, gap);
    }

    private static int groupEnd(byte[] text, int from, int to) {
        int end = from;
        while (end < to && text[end] != ':') {
            end++;
        }
        return end;
    }

    /** Adds one group, or the two of an IPv4 address at the end; returns how many, 0 when there is none. */
    private int group(byte[] text, int from, int end, int to, int count) {
        if (count < GROUPS && end - from <= 4) {
            int value = hexadecimal(text, from, end);
            groups[count] = value;
            return value < 0 ? 0 : 1;
        }
        long four = end == to && count < GROUPS - 1 ? ipv4(text, from, end) : NONE;
        if (four < 0) {
            return 0;
        }
        groups[count] = (int) (four >>> 16);
        groups[count + 1] = (int) four & 0xFFFF;
        return 2;
    }

    private static int hexadecimal(byte[] text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit < 0) {
                return NONE;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private boolean assemble(int count, int gap) {
        high = 0;
        low = 0;
        for (int i = 0; i < count; i++) {
            int place = i < gap ? i : GROUPS - count + i;
            long bits = (long) groups[i] << 16 * (3 - place % 4);
            if (place < 4) {
                high |= bits;
            } else {
                low |= bits;
            }
        }
        return true;
    }
}
