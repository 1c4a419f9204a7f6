package io.flowtide.functions.datajoin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does what waits for the network side by side. */
final class Workers {

    private static final int THREADS = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "worker");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Applies the function to each input.
     *
     * @return the results, in the order of the inputs
     * @throws RuntimeException the first failure, when all are done
     */
    <T, R> List<R> each(Collection<T> inputs, Function<T, R> function) {
        List<Future<R>> futures = inputs.stream()
                .map(input -> threads.submit(() -> function.apply(input)))
                .toList();
        List<R> results = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (Future<R> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException failure) {
                failures.add(asRuntime(failure.getCause()));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for S3 or DynamoDB", stop);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return results;
    }

    private static RuntimeException asRuntime(Throwable cause) {
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
