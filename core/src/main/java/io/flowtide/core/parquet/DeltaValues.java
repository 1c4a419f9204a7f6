package io.flowtide.core.parquet;

import java.util.Arrays;

/** Texts of which each shares its start with the one before: how much they share, and what follows. */
final class DeltaValues implements Values {

    private final DeltaBinaryPacked shared;
    private final DeltaLengthValues rests;
    private byte[] text = new byte[64];
    private int length;

    DeltaValues(byte[] bytes, int from, int to) throws ParquetException {
        this.shared = new DeltaBinaryPacked(bytes, from, to);
        this.rests = new DeltaLengthValues(bytes, new DeltaBinaryPacked(bytes, from, to).end(), to);
    }

    @Override
    public void next(Value into) throws ParquetException {
        long start = shared.next();
        rests.next(into);
        if (start < 0 || start > length) {
            throw new ParquetException("A page is malformed (a text shares more than there is)");
        }
        int rest = into.to() - into.from();
        length = (int) start + rest;
        if (length > text.length) {
            text = Arrays.copyOf(text, Math.max(length, 2 * text.length));
        }
        System.arraycopy(into.bytes(), into.from(), text, (int) start, rest);
        into.set(text, 0, length);
    }
}
