package io.flowtide.core.flowlog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time in one register. The search for a byte is from Hacker's Delight, chapter 6-1; eight digits in
 * three multiplications are from Lemire, "Quickly parsing eight digits" (2018).
 */
final class Swar {

    /** Bytes that must be readable before a number and behind a line. */
    static final int SLACK = 16;

    static final long SPACES = repeat(' ');
    private static final long NEWLINES = repeat('\n');
    private static final long ZEROS = repeat('0');
    private static final long LOW_SEVEN = repeat(0x7F);
    private static final long HIGH_BITS = repeat(0x80);
    /** Added to a byte of 10 or more it sets the high bit. */
    private static final long ABOVE_NINE = repeat(0x80 - 10);

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Swar() {}

    private static long repeat(int octet) {
        return octet * 0x0101010101010101L;
    }

    /** The eight bytes at {@code index}, the first one lowest. */
    static long word(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** The high bit of each byte that is a space. */
    static long spaces(long word) {
        return equal(word ^ SPACES);
    }

    private static long equal(long difference) {
        return ~(((difference & LOW_SEVEN) + LOW_SEVEN) | difference | LOW_SEVEN);
    }

    /** How many bytes lie before the first one that is marked. */
    static int before(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** The index of the first newline at or behind {@code from}; there must be one. */
    static int newline(byte[] bytes, int from) {
        int index = from;
        long marks = equal(word(bytes, index) ^ NEWLINES);
        while (marks == 0) {
            index += Long.BYTES;
            marks = equal(word(bytes, index) ^ NEWLINES);
        }
        return index + before(marks);
    }

    /** The number of 1 to 16 digits in {@code [from, to)}, or -1 when it is none. */
    static long number(byte[] bytes, int from, int to) {
        int digits = to - from;
        if (digits > 0 && digits <= 8) {
            return eight(word(bytes, to - 8), digits);
        }
        return digits > 8 && digits <= 16 ? sixteen(bytes, to, digits) : -1;
    }

    private static long sixteen(byte[] bytes, int to, int digits) {
        long high = eight(word(bytes, to - 16), digits - 8);
        long low = eight(word(bytes, to - 8), 8);
        return (high | low) < 0 ? -1 : high * 100_000_000L + low;
    }

    /** The last {@code digits} bytes of a word as a number, or -1. */
    private static long eight(long word, int digits) {
        long values = (word ^ ZEROS) & (-1L << (64 - 8 * digits));
        if ((((values + ABOVE_NINE) | values) & HIGH_BITS) != 0) {
            return -1;
        }
        long pairs = values * 10 + (values >>> 8);
        long high = (pairs & 0x000000FF000000FFL) * 0x000F424000000064L;
        long low = (pairs >>> 16 & 0x000000FF000000FFL) * 0x0000271000000001L;
        return high + low >>> 32;
    }
}
