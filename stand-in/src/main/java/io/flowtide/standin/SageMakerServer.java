package io.flowtide.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The runtime of SageMaker: {@code POST /endpoints/<name>/invocations}, its headers and its errors, on a free port. What
 * an endpoint answers is given to it; it can be told to misbehave. Plain Java.
 *
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html">
 *     InvokeEndpoint</a>
 */
public final class SageMakerServer implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile("/endpoints/([^/]+)/invocations");
    private static final String VARIANT = "AllTraffic";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "sagemaker");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Model> models = new ConcurrentHashMap<>();
    private final Queue<SageMakerFault> faults = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private SageMakerServer(HttpServer server) {
        this.server = server;
    }

    /** What stands behind an endpoint. */
    @FunctionalInterface
    public interface Model {
        Reply answer(Call call);
    }

    /**
     * A request.
     *
     * @param endpoint the endpoint's name
     * @param authorization how it was signed; empty when it was not
     */
    public record Call(String endpoint, String contentType, String accept, String authorization, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * @param status 200, or that of an error
     * @param error the kind of error; empty when there is none
     */
    public record Reply(int status, String contentType, String error, byte[] body) {

        public static Reply of(String contentType, String body) {
            return new Reply(200, contentType, "", body.getBytes(StandardCharsets.UTF_8));
        }

        /** An error as SageMaker words it. */
        public static Reply error(int status, String error, String message) {
            String body = "{\"Message\":\"%s\"}".formatted(message.replace("\"", "'"));
            return new Reply(status, "application/json", error, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    public static SageMakerServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SageMakerServer sageMaker = new SageMakerServer(server);
            server.setExecutor(sageMaker.threads);
            server.createContext("/", sageMaker::handle);
            server.start();
            return sageMaker;
        } catch (IOException noPort) {
            throw new UncheckedIOException("The local SageMaker did not start", noPort);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Gives a name to a model. */
    public SageMakerServer with(String endpoint, Model model) {
        models.put(endpoint, model);
        return this;
    }

    /** The next requests go wrong, each in one of these ways. */
    public void misbehave(SageMakerFault... next) {
        faults.addAll(List.of(next));
    }

    /** All requests so far, also those that went wrong. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            if (!path.matches() || !exchange.getRequestMethod().equals("POST")) {
                send(exchange, Reply.error(404, "UnknownOperationException", "Only InvokeEndpoint is known here"));
                return;
            }
            Call call = new Call(
                    path.group(1),
                    header(exchange, "Content-Type"),
                    header(exchange, "Accept"),
                    header(exchange, "Authorization"),
                    exchange.getRequestBody().readAllBytes());
            calls.add(call);
            answer(exchange, call);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private void answer(HttpExchange exchange, Call call) throws IOException {
        SageMakerFault fault = faults.poll();
        Model model = models.get(call.endpoint());
        if (fault != null && fault.reply().isPresent()) {
            send(exchange, fault.reply().get());
        } else if (model == null) {
            send(exchange, Reply.error(400, "ValidationError", "Endpoint " + call.endpoint() + " not found."));
        } else if (fault == SageMakerFault.HALF_WRITTEN) {
            sendHalf(exchange, model.answer(call));
        } else {
            if (fault == SageMakerFault.SLOW) {
                sleep();
            }
            send(exchange, model.answer(call));
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(SageMakerFault.DELAY.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        headers(exchange, reply);
        exchange.sendResponseHeaders(reply.status(), reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }

    /** The length is announced, and then the connection ends. */
    private static void sendHalf(HttpExchange exchange, Reply reply) throws IOException {
        headers(exchange, reply);
        exchange.sendResponseHeaders(reply.status(), reply.body().length);
        exchange.getResponseBody().write(reply.body(), 0, reply.body().length / 2);
        exchange.getResponseBody().flush();
    }

    private static void headers(HttpExchange exchange, Reply reply) {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        exchange.getResponseHeaders().set("x-Amzn-Invoked-Production-Variant", VARIANT);
        if (!reply.error().isEmpty()) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", reply.error());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
