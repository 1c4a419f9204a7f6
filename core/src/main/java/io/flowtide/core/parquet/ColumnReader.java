package io.flowtide.core.parquet;

import java.io.IOException;

/** The values of a column chunk, row by row. */
final class ColumnReader {

    private final ColumnChunk chunk;
    private final ChunkPages pages;
    private Dictionary dictionary = Dictionary.NONE;
    private RleHybrid levels;
    private Values values;
    private int left;

    ColumnReader(ByteRanges file, ColumnChunk chunk) throws ParquetException {
        this.chunk = chunk;
        this.pages = new ChunkPages(file, chunk);
        this.levels = new RleHybrid(new byte[0], 0, 0, 0);
        this.values = into -> {};
    }

    /** False when this row has no value. */
    boolean next(Value into) throws IOException {
        while (left == 0) {
            nextPage();
        }
        left--;
        if (chunk.column().optional() && levels.next() == 0) {
            return false;
        }
        values.next(into);
        return true;
    }

    private void nextPage() throws IOException {
        Page page = pages.next();
        if (page.header().kind() == PageHeader.Kind.DICTIONARY) {
            dictionary = Dictionary.of(page, chunk.column().type());
            return;
        }
        left = page.header().values();
        int from = chunk.column().optional() ? startLevels(page) : page.header().levels();
        values = Values.of(page, from, chunk.column().type(), dictionary);
    }

    /** Returns where the values start. */
    private int startLevels(Page page) throws ParquetException {
        boolean second = page.header().kind() == PageHeader.Kind.DATA_2;
        int from = second ? 0 : Integer.BYTES;
        long length = second ? page.header().levels() : LittleEndian.int32(page.bytes(), 0);
        if (!page.header().runLevels()) {
            throw new ParquetException("A page is written in a way that Parquet gave up (bit-packed levels)");
        }
        if (length < 0 || from + length > page.header().size()) {
            throw new ParquetException("A page is malformed (its levels are longer than it is)");
        }
        levels = new RleHybrid(page.bytes(), from, from + (int) length, 1);
        return from + (int) length;
    }
}
