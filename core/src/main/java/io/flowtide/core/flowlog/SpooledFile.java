package io.flowtide.core.flowlog;

import io.flowtide.core.parquet.ByteRanges;
import io.flowtide.core.parquet.FileRanges;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What comes as a stream, made so that any part of it can be read: kept in memory when it is small. */
final class SpooledFile {

    /** What is kept in memory, in bytes. */
    static final int SMALL = 1 << 23;
    /** AWS writes no flow log above 75 MB; /tmp of a function has 512 MB as a rule. */
    static final long LARGEST = 400L << 20;

    private SpooledFile() {}

    /**
     * The whole file.
     *
     * @param start of the file, at most {@link #SMALL} bytes
     * @param rest of it
     * @throws DamagedInput when the stream is damaged, or too long for a temporary file
     */
    static ByteRanges of(byte[] start, InputStream rest) throws IOException {
        Path file = Files.createTempFile("flowtide", ".parquet");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start);
            copy(rest, out, LARGEST - start.length);
            return FileRanges.openOnce(file);
        } catch (IOException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = most;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            left -= read;
            if (left < 0) {
                throw new DamagedInput("Parquet of more than " + (LARGEST >> 20)
                        + " MB is read from a file or from S3, but not from a pipe or from within gzip");
            }
            out.write(buffer, 0, read);
        }
    }
}
