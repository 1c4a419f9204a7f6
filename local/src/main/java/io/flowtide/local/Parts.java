package io.flowtide.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;

/** What has been started, stopped in reverse order: when asked to, or else when the JVM stops. */
final class Parts implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread withTheJvm = new Thread(this::stopAll, "stop-suite");

    Parts() {
        Runtime.getRuntime().addShutdownHook(withTheJvm);
    }

    synchronized <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    private synchronized void stopAll() {
        if (closed.getAndSet(true)) {
            return;
        }
        while (!started.isEmpty()) {
            stop(started.pop());
        }
    }

    /** One part that can't be stopped must not keep the others running. */
    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception stuck) {
            System.err.println("While stopping " + part.getClass().getSimpleName() + ": " + stuck.getMessage());
        }
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(withTheJvm);
        } catch (IllegalStateException stopping) {
            // Then the hook is running or has run.
        }
    }
}
