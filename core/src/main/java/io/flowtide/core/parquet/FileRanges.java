package io.flowtide.core.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A file on disk. */
public final class FileRanges implements ByteRanges {

    private final FileChannel channel;
    private final long size;

    private FileRanges(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    public static FileRanges open(Path file) throws IOException {
        return new FileRanges(FileChannel.open(file, StandardOpenOption.READ));
    }

    /** The file is gone when this is closed. */
    public static FileRanges openOnce(Path file) throws IOException {
        Set<OpenOption> once = Set.of(StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
        return new FileRanges(FileChannel.open(file, once));
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] into, int offset, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(into, offset, length);
        while (rest.hasRemaining()) {
            if (channel.read(rest, position + length - rest.remaining()) < 0) {
                throw new EOFException("The file has become shorter while it was read");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
