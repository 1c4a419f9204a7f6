package io.flowtide.standin;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * A DynamoDB that keeps its tables in memory and takes any credentials. Put together here rather than by the library's
 * own runner, because that one listens to the whole network and reports to its makers.
 */
public final class DynamoDbServer implements AutoCloseable {

    private static final String IN_MEMORY = null;
    private static final String NO_CROSS_ORIGIN = null;

    private final Server server;
    private final LocalDynamoDBRequestHandler tables;

    private DynamoDbServer(Server server, LocalDynamoDBRequestHandler tables) {
        this.server = server;
        this.tables = tables;
    }

    public static DynamoDbServer start() {
        try {
            LocalDynamoDBRequestHandler tables = new LocalDynamoDBRequestHandler(0, true, IN_MEMORY, true, false);
            Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.setHandler(new LocalDynamoDBServerHandler(tables, NO_CROSS_ORIGIN));
            server.start();
            return new DynamoDbServer(server, tables);
        } catch (Exception broken) {
            throw new IllegalStateException("The local DynamoDB did not start", broken);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getURI().getPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception stuck) {
            throw new IllegalStateException("The local DynamoDB did not stop", stuck);
        } finally {
            tables.shutdown();
        }
    }
}
