package io.flowtide.local.lambda;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** How many events are on their way through the suite: waiting, being handled, or about to be tried again. */
public final class Activity {

    private int underway;

    synchronized void begin() {
        underway++;
    }

    synchronized void end() {
        underway--;
        notifyAll();
    }

    public synchronized int underway() {
        return underway;
    }

    /**
     * Waits until at most so many events are on their way. Whatever an invocation causes begins before it ends, so
     * that zero means that a chain has been run through.
     *
     * @throws TimeoutException when that does not happen in time
     */
    public synchronized void awaitAtMost(int events, Duration timeout) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (underway > events) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new TimeoutException(underway + " events are still on their way after " + timeout);
            }
            wait(left);
        }
    }
}
