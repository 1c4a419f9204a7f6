package io.flowtide.core.parquet;

import java.io.IOException;
import java.util.Arrays;

/** The pages of a column chunk one after the other, read in few and bounded pieces. */
final class ChunkPages {

    /** How much is fetched at once, in bytes. */
    private static final int WINDOW = 1 << 21;
    /** A header with its statistics; AWS' have a tenth of this. */
    private static final int LONGEST_HEADER = 1 << 16;

    private final ByteRanges file;
    private final ColumnChunk chunk;
    private byte[] window;
    private int position;
    private int limit;
    /** Where in the file the window ends. */
    private long fetched;

    private byte[] reused = new byte[0];

    ChunkPages(ByteRanges file, ColumnChunk chunk) {
        this.file = file;
        this.chunk = chunk;
        this.fetched = chunk.from();
        this.window = new byte[(int) Math.min(WINDOW, chunk.length())];
    }

    /** The next page of data or the dictionary; its bytes are used again for the page that follows. */
    Page next() throws IOException {
        PageHeader header = header();
        while (header.kind() == PageHeader.Kind.OTHER) {
            require(header.compressedSize());
            position += header.compressedSize();
            header = header();
        }
        require(header.compressedSize());
        Page page = new Page(header, decompressed(header));
        position += header.compressedSize();
        return page;
    }

    private PageHeader header() throws IOException {
        if (available() == 0) {
            throw new ParquetException("Column " + chunk.column().name() + " has fewer values than the file says");
        }
        require((int) Math.min(available(), LONGEST_HEADER));
        PageHeader header = PageHeader.read(window, position, limit);
        position += header.length();
        return header;
    }

    private long available() {
        return limit - position + chunk.from() + chunk.length() - fetched;
    }

    /** Sees to it that the window holds that many more bytes. */
    private void require(int length) throws IOException {
        if (limit - position >= length) {
            return;
        }
        if (length > available()) {
            throw new ParquetException("Column " + chunk.column().name() + " ends within a page");
        }
        byte[] from = window;
        if (length > window.length) {
            window = new byte[length];
        }
        System.arraycopy(from, position, window, 0, limit - position);
        limit -= position;
        position = 0;
        int more = (int) Math.min(window.length - limit, available() - limit);
        file.read(fetched, window, limit, more);
        fetched += more;
        limit += more;
    }

    private byte[] decompressed(PageHeader header) throws IOException {
        // The dictionary stays; pages of data follow each other.
        boolean dictionary = header.kind() == PageHeader.Kind.DICTIONARY;
        byte[] bytes = dictionary || reused.length < header.size() + Page.SLACK
                ? new byte[header.size() + Page.SLACK]
                : reused;
        if (!dictionary) {
            reused = bytes;
        }
        int levels = header.levels();
        System.arraycopy(window, position, bytes, 0, levels);
        Compression compression = header.compressed() ? chunk.compression() : Compression.UNCOMPRESSED;
        int from = position + levels;
        int to = position + header.compressedSize();
        if (levels < header.size()) {
            compression.decompress(window, from, to, bytes, levels, header.size());
        }
        Arrays.fill(bytes, header.size(), header.size() + Page.SLACK, (byte) 0);
        return bytes;
    }
}
