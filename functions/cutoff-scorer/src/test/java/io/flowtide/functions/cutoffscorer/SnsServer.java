package io.flowtide.functions.cutoffscorer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** As much of SNS as publishing needs: it keeps what it is given, and is out of order when it is told to be. */
final class SnsServer implements AutoCloseable {

    record Published(String topic, String subject, String message, String mail) {}

    private final HttpServer server;
    private final List<Published> published = new CopyOnWriteArrayList<>();
    private volatile boolean down;

    private SnsServer(HttpServer server) {
        this.server = server;
    }

    static SnsServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SnsServer sns = new SnsServer(server);
            server.createContext("/", sns::answer);
            server.start();
            return sns;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Published> published() {
        return List.copyOf(published);
    }

    void setDown(boolean down) {
        this.down = down;
    }

    void reset() {
        published.clear();
        down = false;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (down) {
            answer(
                    exchange,
                    400,
                    "<ErrorResponse><Error><Code>InvalidParameter</Code>"
                            + "<Message>The topic is out of order</Message></Error></ErrorResponse>");
            return;
        }
        JsonNode parts = new ObjectMapper().readTree(form.get("Message"));
        published.add(new Published(
                form.get("TopicArn"),
                form.get("Subject"),
                parts.path("default").asText(),
                parts.path("email").asText()));
        answer(
                exchange,
                200,
                "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
                        + "<MessageId>1</MessageId></PublishResult></PublishResponse>");
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
