package io.flowtide.core.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes text and numbers as ASCII without making strings of them. */
final class AsciiLines {

    private static final int LONGEST_NUMBER = 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int size;

    AsciiLines(OutputStream out) {
        this.out = out;
    }

    AsciiLines text(byte[] ascii) throws IOException {
        room(ascii.length);
        System.arraycopy(ascii, 0, buffer, size, ascii.length);
        size += ascii.length;
        return this;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    AsciiLines character(char character) throws IOException {
        room(1);
        buffer[size++] = (byte) character;
        return this;
    }

    /** @param number not negative */
    AsciiLines number(long number) throws IOException {
        room(LONGEST_NUMBER);
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int i = size + digits - 1; i >= size; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    AsciiLines address(int address) throws IOException {
        return number(address >>> 24)
                .character('.')
                .number(address >>> 16 & 0xFF)
                .character('.')
                .number(address >>> 8 & 0xFF)
                .character('.')
                .number(address & 0xFF);
    }

    private void room(int bytes) throws IOException {
        if (size + bytes > buffer.length) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }
}
