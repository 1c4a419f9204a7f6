package io.flowtide.standin;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.net.URI;

/** An S3 that keeps its objects in memory. It wants path-style addresses and takes any credentials. */
public final class S3Server implements AutoCloseable {

    private final LocalS3 server;

    private S3Server(LocalS3 server) {
        this.server = server;
    }

    public static S3Server start() {
        LocalS3 server = LocalS3.builder()
                .mode(LocalS3Mode.IN_MEMORY)
                .port(FreePort.any())
                .build();
        server.start();
        return new S3Server(server);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
