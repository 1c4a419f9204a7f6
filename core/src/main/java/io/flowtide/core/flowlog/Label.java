package io.flowtide.core.flowlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A value as bytes, with slack behind as {@link ValueTable} reads it. */
final class Label {

    final byte[] bytes;
    final int length;

    Label(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        this.length = plain.length;
        this.bytes = Arrays.copyOf(plain, plain.length + Swar.SLACK);
    }
}
