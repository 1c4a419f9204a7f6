package io.flowtide.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/** An object's content. Who closes it early does not wait for what was not read. */
final class ObjectStream extends FilterInputStream {

    private final ResponseInputStream<?> content;
    private boolean ended;

    ObjectStream(ResponseInputStream<?> content) {
        super(content);
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        ended |= octet < 0;
        return octet;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        ended |= read < 0;
        return read;
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            content.abort();
        }
        super.close();
    }
}
