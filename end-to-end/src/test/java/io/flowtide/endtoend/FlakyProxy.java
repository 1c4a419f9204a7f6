package io.flowtide.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a service, and lets one call in twenty fail: each time in another way, and the first of them early. Some
 * failures keep the call from the service, others only its answer from the caller.
 */
final class FlakyProxy implements AutoCloseable {

    /** How a call fails. */
    enum Failure {
        TOO_MANY_REQUESTS,
        BROKEN_BEFORE,
        BROKEN_AFTER,
        NO_ANSWER,
        HALF_AN_ANSWER
    }

    private static final int ONE_IN = 20;
    /** Longer than the notifier waits for an answer. */
    private static final long SILENCE = 12_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Failure, Integer> failures = new EnumMap<>(Failure.class);
    private final HttpServer server;
    private volatile URI target;

    private FlakyProxy(HttpServer server) {
        this.server = server;
    }

    static FlakyProxy start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FlakyProxy proxy = new FlakyProxy(server);
            server.setExecutor(proxy.threads);
            server.createContext("/", proxy::handle);
            server.start();
            return proxy;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where calls go to; said before the first one comes. */
    void forwardTo(URI service) {
        target = service;
    }

    int calls() {
        return calls.get();
    }

    synchronized Map<Failure, Integer> failures() {
        return new EnumMap<>(failures);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int call = calls.incrementAndGet();
            byte[] body = exchange.getRequestBody().readAllBytes();
            // The third of each twenty.
            if (call % ONE_IN == 3) {
                fail(exchange, body, Failure.values()[call / ONE_IN % Failure.values().length]);
            } else {
                HttpResponse<byte[]> answer = forward(exchange, body);
                answer(exchange, answer.statusCode(), answer.body());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(HttpExchange exchange, byte[] body, Failure failure) throws IOException, InterruptedException {
        synchronized (this) {
            failures.merge(failure, 1, Integer::sum);
        }
        switch (failure) {
            case TOO_MANY_REQUESTS -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, 429, new byte[0]);
            }
            case BROKEN_BEFORE -> answer(exchange, 500, new byte[0]);
            case BROKEN_AFTER -> {
                forward(exchange, body);
                answer(exchange, 500, new byte[0]);
            }
            case NO_ANSWER -> {
                forward(exchange, body);
                Thread.sleep(SILENCE);
            }
            case HALF_AN_ANSWER -> {
                byte[] answer = forward(exchange, body).body();
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer, 0, answer.length / 2);
                exchange.getResponseBody().flush();
            }
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : List.of("Authorization", "Content-Type", "Idempotency-Key")) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
