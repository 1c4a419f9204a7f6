package io.flowtide.local.receivers;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Lets the next requests fail, as a service that is down does, or something happen while the next one is made. */
final class Outage {

    private static final Runnable NOTHING = () -> {};

    private final AtomicInteger left = new AtomicInteger();
    private final AtomicReference<Runnable> event = new AtomicReference<>(NOTHING);

    void failNext(int requests) {
        left.set(requests);
    }

    void duringNext(Runnable what) {
        event.set(what);
    }

    /** Whether this request shall fail. */
    boolean strikes() {
        event.getAndSet(NOTHING).run();
        return left.getAndUpdate(requests -> Math.max(0, requests - 1)) > 0;
    }
}
