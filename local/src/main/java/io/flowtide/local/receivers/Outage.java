package io.flowtide.local.receivers;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets the next requests fail, as a service that is down does. */
final class Outage {

    private final AtomicInteger left = new AtomicInteger();

    void failNext(int requests) {
        left.set(requests);
    }

    /** Whether this request shall fail. */
    boolean strikes() {
        return left.getAndUpdate(requests -> Math.max(0, requests - 1)) > 0;
    }
}
