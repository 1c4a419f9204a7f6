package io.flowtide.aws;

import java.util.ArrayList;
import java.util.List;

/** The records of one invocation: the failure of one never stops its neighbours. */
public final class Batch {

    /** What is done to one record. */
    @FunctionalInterface
    public interface Action<T> {
        void accept(T record) throws Exception;
    }

    private Batch() {}

    /**
     * Does every record, in order. When some failed the invocation has to fail at its end, so that it is tried again;
     * those that went well are then done twice, which is harmless because everything here is idempotent.
     *
     * @throws BatchException when records failed; it names each, with its reason
     */
    public static <T> void forEach(List<T> records, Action<? super T> action) {
        List<BatchException.Failure> failures = new ArrayList<>();
        for (T record : records) {
            try {
                action.accept(record);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted at " + record, stop);
            } catch (Exception failure) {
                failures.add(new BatchException.Failure(String.valueOf(record), failure));
            }
        }
        if (!failures.isEmpty()) {
            throw new BatchException(failures, records.size());
        }
    }
}
