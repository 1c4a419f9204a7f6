package io.flowtide.core.parquet;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** How pages are compressed, in the order of Parquet's numbers for it. Those that AWS writes are read, and Snappy. */
enum Compression {
    UNCOMPRESSED,
    SNAPPY,
    GZIP,
    LZO,
    BROTLI,
    LZ4,
    ZSTD,
    LZ4_RAW;

    private static final String OTHER_LENGTH = "A page has another length than it says";

    static Compression of(long number) throws ParquetException {
        if (number < 0 || number >= values().length) {
            throw new ParquetException("Malformed metadata (the unknown compression " + number + ")");
        }
        Compression compression = values()[(int) number];
        return switch (compression) {
            case UNCOMPRESSED, SNAPPY, GZIP -> compression;
            case LZO, BROTLI, LZ4, ZSTD, LZ4_RAW ->
                throw new ParquetException("Its pages are compressed with " + compression
                        + ", which is not read: write it with gzip (as AWS does), snappy or uncompressed");
        };
    }

    /**
     * Decompresses {@code [from, to)} into {@code [outFrom, outTo)} of {@code out}, which it must fill exactly.
     *
     * @throws ParquetException when it does not
     */
    void decompress(byte[] in, int from, int to, byte[] out, int outFrom, int outTo) throws IOException {
        switch (this) {
            case SNAPPY -> Snappy.decompress(in, from, to, out, outFrom, outTo);
            case GZIP -> inflate(in, from, to, out, outFrom, outTo);
            case UNCOMPRESSED, LZO, BROTLI, LZ4, ZSTD, LZ4_RAW -> {
                if (to - from != outTo - outFrom) {
                    throw new ParquetException(OTHER_LENGTH);
                }
                System.arraycopy(in, from, out, outFrom, to - from);
            }
        }
    }

    private static void inflate(byte[] in, int from, int to, byte[] out, int outFrom, int outTo) throws IOException {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(in, from, to - from))) {
            int inflated = gzip.readNBytes(out, outFrom, outTo - outFrom);
            if (inflated != outTo - outFrom || gzip.read() >= 0) {
                throw new ParquetException(OTHER_LENGTH);
            }
        } catch (ZipException | EOFException corrupt) {
            throw new ParquetException("A page is corrupt gzip (" + corrupt.getMessage() + ")");
        }
    }
}
