package io.flowtide.local.lambda;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;

/** How many events are on their way through the suite: waiting, being handled, or about to be tried again. */
public final class Activity {

    private final Map<String, Integer> underway = new HashMap<>();

    synchronized void begin(String function) {
        underway.merge(function, 1, Integer::sum);
    }

    synchronized void end(String function) {
        underway.merge(function, -1, Integer::sum);
        notifyAll();
    }

    public synchronized int underway() {
        return underway.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int underway(Set<String> functions) {
        return functions.stream()
                .mapToInt(function -> underway.getOrDefault(function, 0))
                .sum();
    }

    /**
     * Waits until nothing is on its way. Whatever an invocation causes begins before it ends, so that then every chain
     * has been run through.
     *
     * @throws TimeoutException when that does not happen in time
     */
    public void awaitQuiet(Duration timeout) throws InterruptedException, TimeoutException {
        await(this::underway, 0, timeout);
    }

    /**
     * Waits until at most so many events are on their way to these functions.
     *
     * @throws TimeoutException when that does not happen in time
     */
    public void awaitAtMost(int events, Set<String> functions, Duration timeout)
            throws InterruptedException, TimeoutException {
        await(() -> underway(functions), events, timeout);
    }

    private synchronized void await(IntSupplier count, int events, Duration timeout)
            throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (count.getAsInt() > events) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new TimeoutException(
                        "After " + timeout.toSeconds() + " s events are still on their way: " + underway);
            }
            wait(left);
        }
    }
}
