package io.flowtide.local.lambda;

import io.flowtide.local.template.Wiring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One function: its asynchronous queue, its retries, and as many processes as its work wants, up to a bound. A process
 * that dies fails the event that it had in hand and no other.
 */
public final class FunctionHost implements AutoCloseable {

    private static final long LOOK_AGAIN_MILLIS = 500;

    private final Wiring.Function function;
    private final Launcher launcher;
    private final HostSettings settings;
    private final Surroundings around;

    private final Deque<Invocation> queue = new ArrayDeque<>();
    private final Set<Sandbox> sandboxes = new HashSet<>();
    /** From the decision to start a process until it has ended. */
    private int processes;
    /** Those of them that have not asked for work yet. */
    private int starting;
    /** Those of them that wait for work. */
    private int idle;

    private long done;
    private long failed;
    private long busyNanos;
    private boolean closed;

    /**
     * What all functions share.
     *
     * @param timer runs what is due later
     */
    public record Surroundings(
            DeadLetters deadLetters, Activity activity, ScheduledExecutorService timer, Clock clock) {}

    public FunctionHost(Wiring.Function function, Launcher launcher, HostSettings settings, Surroundings around) {
        this.function = function;
        this.launcher = launcher;
        this.settings = settings;
        this.around = around;
    }

    public Wiring.Function function() {
        return function;
    }

    HostSettings settings() {
        return settings;
    }

    Surroundings around() {
        return around;
    }

    /** Invokes asynchronously: returns at once, retries what fails, and gives up into the dead letters. */
    public void invokeLater(byte[] event, Duration delay) {
        around.activity().begin(function.name());
        enqueueLater(new Invocation(event), delay);
    }

    private void enqueueLater(Invocation invocation, Duration delay) {
        if (delay.isZero()) {
            enqueue(invocation);
            return;
        }
        try {
            around.timer().schedule(() -> enqueue(invocation), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            around.activity().end(function.name());
        }
    }

    private synchronized void enqueue(Invocation invocation) {
        queue.addLast(invocation);
        scaleOut();
        notifyAll();
    }

    /** An event that a process could not take after all; that is no attempt. */
    synchronized void putBack(Invocation invocation) {
        queue.addFirst(invocation);
        scaleOut();
        notifyAll();
    }

    private void scaleOut() {
        if (!closed && queue.size() > idle + starting && processes < settings.processes()) {
            processes++;
            starting++;
            around.timer().execute(this::startSandbox);
        }
    }

    private void startSandbox() {
        try {
            add(Sandbox.start(this, launcher));
        } catch (IOException | RuntimeException broken) {
            ended(false, "it can't be started: " + broken.getMessage());
        }
    }

    private void add(Sandbox sandbox) {
        synchronized (this) {
            if (!closed && sandbox.isAlive()) {
                sandboxes.add(sandbox);
                return;
            }
        }
        sandbox.close();
    }

    /**
     * Waits for an event; empty when the process that asks is gone or the suite stops.
     *
     * @param first whether the process asks for the first time
     */
    synchronized Optional<Invocation> next(Sandbox sandbox, boolean first) throws InterruptedException {
        if (first) {
            starting--;
        }
        idle++;
        try {
            while (queue.isEmpty() && sandbox.isAlive() && !closed) {
                wait(LOOK_AGAIN_MILLIS);
            }
            return sandbox.isAlive() && !closed ? Optional.ofNullable(queue.pollFirst()) : Optional.empty();
        } finally {
            idle--;
        }
    }

    void succeeded(long nanos) {
        synchronized (this) {
            done++;
            busyNanos += nanos;
        }
        around.activity().end(function.name());
    }

    void failed(Invocation invocation, String error) {
        synchronized (this) {
            failed++;
        }
        if (invocation.attempt() <= function.retries()) {
            Invocation again = invocation.nextAttempt();
            enqueueLater(again, settings.retry().before(again.attempt()));
        } else {
            giveUp(invocation, error);
        }
    }

    private void giveUp(Invocation invocation, String error) {
        String event = new String(invocation.event(), StandardCharsets.UTF_8);
        around.deadLetters()
                .add(new DeadLetter(
                        invocation.id(),
                        function.name(),
                        event,
                        error,
                        around.clock().instant()));
        around.activity().end(function.name());
    }

    synchronized void remove(Sandbox sandbox) {
        sandboxes.remove(sandbox);
    }

    /**
     * A process has ended. If it never asked for work, the function can't start: then an event fails for it, so that
     * starting is not tried for ever.
     */
    void ended(boolean everAsked, String how) {
        Optional<Invocation> victim;
        synchronized (this) {
            processes--;
            if (!everAsked) {
                starting--;
            }
            victim = everAsked || closed ? Optional.empty() : Optional.ofNullable(queue.pollFirst());
            scaleOut();
            notifyAll();
        }
        victim.ifPresent(invocation -> failed(invocation, function.name() + " did not start: " + how));
    }

    public synchronized FunctionState state() {
        List<Long> pids = sandboxes.stream().map(Sandbox::pid).sorted().toList();
        int busy = (int) sandboxes.stream().filter(Sandbox::isBusy).count();
        double mean = done == 0 ? 0 : busyNanos / 1e6 / done;
        return new FunctionState(function.name(), pids, busy, queue.size(), done, failed, mean);
    }

    @Override
    public void close() {
        List<Sandbox> running;
        synchronized (this) {
            closed = true;
            running = List.copyOf(sandboxes);
            notifyAll();
        }
        running.forEach(Sandbox::close);
    }
}
