package io.flowtide.aws;

import io.flowtide.core.parquet.ByteRanges;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Parts of an object, one request each. */
final class ObjectRanges implements ByteRanges {

    private final S3Client s3;
    private final GetObjectRequest object;
    private final long size;

    /** @param object which object, and which version of it */
    ObjectRanges(S3Client s3, GetObjectRequest object, long size) {
        this.s3 = s3;
        this.object = object;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        String range = "bytes=" + position + "-" + (position + length - 1);
        try (InputStream part = s3.getObject(object.toBuilder().range(range).build())) {
            if (part.readNBytes(into, offset, length) < length) {
                throw new EOFException(object.key() + " ended within " + range);
            }
        } catch (SdkException trouble) {
            throw new IOException(object.key() + " could not be read on (" + trouble.getMessage() + ")", trouble);
        }
    }

    @Override
    public void close() {}
}
