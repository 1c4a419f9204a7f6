package io.flowtide.functions.notifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Slack, the ChatBot and Secrets Manager on one port. Each answers as it does on a good day, unless a test has put
 * another answer in front; all that they receive is kept.
 */
public final class Services implements QuarkusTestResourceLifecycleManager {

    static final String UPLOAD_URL = "/api/files.getUploadURLExternal";
    static final String UPLOAD = "/upload/v1/F01";
    static final String COMPLETE = "/api/files.completeUploadExternal";
    static final String POST = "/api/chat.postMessage";
    static final String HISTORY = "/api/conversations.history";
    static final String REPLIES = "/api/conversations.replies";
    static final String CHATBOT = "/hooks/on-call";
    static final String WEBHOOK = "/hooks/any";
    static final String PAGERDUTY = "/v2/enqueue";
    static final String SECRETS = "/";
    static final String CHANNEL = "C0123456789";

    record Received(String path, String authorization, String idempotencyKey, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    record Answer(int status, String body, Map<String, String> headers) {}

    // One server for all test classes, since Quarkus starts the application once for them.
    private static final Map<String, Queue<Answer>> PLANNED = new ConcurrentHashMap<>();
    private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();

    private static int port;

    private HttpServer server;

    static void reset() {
        PLANNED.clear();
        RECEIVED.clear();
    }

    static void next(String path, int status, String body, Map<String, String> headers) {
        PLANNED.computeIfAbsent(path, any -> new ConcurrentLinkedQueue<>()).add(new Answer(status, body, headers));
    }

    static void next(String path, int status, String body) {
        next(path, status, body, Map.of());
    }

    static void next(String path, int times, int status) {
        for (int i = 0; i < times; i++) {
            next(path, status, "");
        }
    }

    /** What arrived, without the reading of secrets. */
    static List<Received> received() {
        return RECEIVED.stream().filter(one -> !one.path().equals(SECRETS)).toList();
    }

    static List<Received> received(String path) {
        return RECEIVED.stream().filter(one -> one.path().equals(path)).toList();
    }

    static List<String> paths() {
        return received().stream().map(Received::path).toList();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        port = server.getAddress().getPort();
        server.createContext("/", this::handle);
        server.start();
        // The AWS client reads these itself.
        System.setProperty("aws.endpointUrlSecretsManager", base());
        System.setProperty("aws.region", "eu-central-1");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        return Map.of(
                "flowtide.slack.url",
                base(),
                "flowtide.slack.channel",
                CHANNEL,
                "flowtide.slack.secret",
                "flowtide/slack",
                "flowtide.chatbot.url",
                base() + CHATBOT,
                "flowtide.chatbot.secret",
                "flowtide/chatbot");
    }

    /** Where a channel that is off by default would be. */
    static String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        RECEIVED.add(new Received(
                path,
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                body));
        Queue<Answer> planned = PLANNED.getOrDefault(path, new ConcurrentLinkedQueue<>());
        Answer answer = planned.isEmpty() ? usual(path, new String(body, StandardCharsets.UTF_8)) : planned.remove();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", path.equals(UPLOAD) ? "text/plain" : "application/json");
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer usual(String path, String body) {
        String json =
                switch (path) {
                    case UPLOAD_URL ->
                        """
                            {"ok": true, "upload_url": "%s", "file_id": "F01"}"""
                                .formatted(base() + UPLOAD);
                    case UPLOAD -> "OK - 4711";
                    case COMPLETE ->
                        """
                            {"ok": true, "files": [{"id": "F01", "title": "a"}]}""";
                    case POST ->
                        """
                            {"ok": true, "channel": "C0123456789", "ts": "1503435956.000247"}""";
                    case HISTORY, REPLIES -> """
                            {"ok": true, "messages": []}""";
                    case CHATBOT, WEBHOOK -> "{}";
                    case PAGERDUTY -> """
                            {"status": "success"}""";
                    case SECRETS ->
                        """
                            {"Name": "any", "SecretString": "%s"}"""
                                .formatted(body.contains("flowtide/slack") ? "xoxb-first" : "token-first");
                    default -> throw new IllegalStateException("Nobody lives at " + path);
                };
        return new Answer(200, json, Map.of());
    }
}
