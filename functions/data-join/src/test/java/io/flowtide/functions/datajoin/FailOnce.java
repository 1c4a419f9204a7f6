package io.flowtide.functions.datajoin;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Throws at the first call of an operation. */
final class FailOnce implements Consumer<String> {

    private final String operation;
    private final AtomicBoolean failed = new AtomicBoolean();

    FailOnce(String operation) {
        this.operation = operation;
    }

    @Override
    public void accept(String called) {
        if (called.equals(operation) && failed.compareAndSet(false, true)) {
            throw new IllegalStateException("The network broke at " + operation);
        }
    }
}
