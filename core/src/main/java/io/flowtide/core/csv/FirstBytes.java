package io.flowtide.core.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What the first bytes of a file tell before anything is decoded. */
record FirstBytes(byte[] bytes) {

    private static final int LOOKED_AT = 8192;

    /** Leaves the stream where it was. */
    static FirstBytes peek(BufferedInputStream in) throws IOException {
        in.mark(LOOKED_AT);
        byte[] bytes = in.readNBytes(LOOKED_AT);
        in.reset();
        return new FirstBytes(bytes);
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Whether no text has such bytes. Text of two or four bytes per character says so in its first two bytes. */
    boolean isBinary() {
        if (isUtf16()) {
            return false;
        }
        for (byte b : bytes) {
            if (b >= 0 && b < '\t') {
                return true;
            }
        }
        return false;
    }

    private boolean isUtf16() {
        return startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE);
    }

    /** UTF-8 unless a byte order mark says otherwise; the decoder of UTF-16 reads the mark itself. */
    Charset charset() {
        return isUtf16() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    /** Bytes at the beginning that are no text. */
    int markLength() {
        return startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
    }

    private boolean startsWith(int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i == bytes.length || (bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** A tab or a semicolon outside of quotes in the first line, else a comma. */
    char separator() {
        boolean quoted = false;
        char separator = ',';
        boolean begun = false;
        for (byte b : bytes) {
            if (b == '\n' && begun) {
                return separator;
            }
            begun |= b > ' ';
            quoted ^= b == '"';
            if (!quoted && (b == '\t' || b == ';')) {
                separator = (char) b;
            }
        }
        return separator;
    }
}
