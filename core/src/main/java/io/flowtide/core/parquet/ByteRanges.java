package io.flowtide.core.parquet;

import java.io.Closeable;
import java.io.IOException;

/** A file of which any part can be read. */
public interface ByteRanges extends Closeable {

    /** In bytes. */
    long size();

    /**
     * Fills {@code [offset, offset + length)} of {@code into} with what lies at {@code position}.
     *
     * @throws IOException when the file can't be read, or ends before
     */
    void read(long position, byte[] into, int offset, int length) throws IOException;

    /** A file that lies in memory. */
    static ByteRanges of(byte[] file) {
        return new ByteRanges() {
            @Override
            public long size() {
                return file.length;
            }

            @Override
            public void read(long position, byte[] into, int offset, int length) {
                System.arraycopy(file, Math.toIntExact(position), into, offset, length);
            }

            @Override
            public void close() {}
        };
    }
}
