package io.flowtide.local.lambda;

import io.flowtide.local.http.Exchange;
import io.flowtide.local.http.HttpEndpoint;
import io.flowtide.local.http.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One process of a function and the Runtime API that it talks to: it asks for the next event, and answers with a response
 * or an error. Paths and headers as AWS has them; a missing content type would crash AWS's own client.
 */
final class Sandbox implements AutoCloseable {

    private static final String API = "/2018-06-01/runtime/";
    private static final int KILLED = 128;

    private final FunctionHost host;
    private final HttpEndpoint api;
    private final CompletableFuture<Process> started = new CompletableFuture<>();

    private boolean asked;
    private boolean ended;
    private Optional<Hand> hand = Optional.empty();
    private Optional<String> reason = Optional.empty();

    /** What the process has in hand. */
    private record Hand(Invocation invocation, long since, Future<?> timeout) {}

    private Sandbox(FunctionHost host) {
        this.host = host;
        this.api = HttpEndpoint.start(host.function().name(), 0, this::handle);
    }

    static Sandbox start(FunctionHost host, Launcher launcher) throws IOException {
        Sandbox sandbox = new Sandbox(host);
        try {
            Process process = launcher.start("127.0.0.1:" + sandbox.api.port());
            sandbox.started.complete(process);
            process.onExit().thenAccept(sandbox::exited);
            return sandbox;
        } catch (IOException | RuntimeException broken) {
            sandbox.api.close();
            throw broken;
        }
    }

    private Process process() {
        return started.join();
    }

    long pid() {
        return process().pid();
    }

    boolean isAlive() {
        return process().isAlive();
    }

    synchronized boolean isBusy() {
        return hand.isPresent();
    }

    private void handle(Exchange exchange) throws IOException, InterruptedException {
        String path = exchange.path();
        if (path.equals(API + "invocation/next")) {
            next(exchange);
        } else if (path.endsWith("/response")) {
            exchange.bytes();
            letGo().ifPresent(held -> host.succeeded(System.nanoTime() - held.since()));
            exchange.json(202, Json.object().put("status", "OK"));
        } else if (path.endsWith("/error")) {
            failed(LambdaError.message(exchange.bytes()));
            exchange.json(202, Json.object().put("status", "OK"));
        } else {
            exchange.text(404, "The Runtime API has no " + path);
        }
    }

    private void next(Exchange exchange) throws IOException, InterruptedException {
        Optional<Invocation> next = host.next(this, firstTime());
        if (next.isEmpty()) {
            return;
        }
        Invocation invocation = next.get();
        if (!take(invocation)) {
            host.putBack(invocation);
            return;
        }
        host.settings()
                .listener()
                .taken(host.function().name(), invocation.event(), process().toHandle());
        long deadline =
                host.around().clock().millis() + host.function().timeout().toMillis();
        exchange.setHeader("Lambda-Runtime-Aws-Request-Id", invocation.id());
        exchange.setHeader("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
        exchange.setHeader(
                "Lambda-Runtime-Invoked-Function-Arn", host.function().arn());
        exchange.setHeader("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
        exchange.answer(200, "application/json", invocation.event());
    }

    private synchronized boolean firstTime() {
        boolean first = !asked;
        asked = true;
        return first;
    }

    private synchronized boolean take(Invocation invocation) {
        if (ended) {
            return false;
        }
        long timeout = host.function().timeout().toMillis();
        Future<?> kill = host.around().timer().schedule(this::timedOut, timeout, TimeUnit.MILLISECONDS);
        hand = Optional.of(new Hand(invocation, System.nanoTime(), kill));
        return true;
    }

    private synchronized Optional<Hand> letGo() {
        Optional<Hand> held = hand;
        held.ifPresent(was -> was.timeout().cancel(false));
        hand = Optional.empty();
        return held;
    }

    private void failed(String error) {
        Optional<Hand> held = letGo();
        held.ifPresent(was -> host.failed(was.invocation(), error));
        if (held.isEmpty()) {
            because(error);
        }
    }

    private synchronized void because(String why) {
        reason = Optional.of(why);
    }

    private void timedOut() {
        because("it took longer than " + host.function().timeout().toSeconds() + " s");
        process().destroyForcibly();
    }

    private void exited(Process dead) {
        boolean everAsked;
        String how;
        synchronized (this) {
            ended = true;
            everAsked = asked;
            how = reason.orElseGet(() -> howItEnded(dead.exitValue()));
        }
        api.close();
        host.remove(this);
        letGo().ifPresent(held -> host.failed(held.invocation(), how));
        host.ended(everAsked, how);
    }

    private static String howItEnded(int code) {
        return "the process ended with exit code " + code + (code > KILLED ? " (signal " + (code - KILLED) + ")" : "");
    }

    /** As Lambda does it: without a warning. */
    @Override
    public void close() {
        process().destroyForcibly();
        api.close();
    }
}
