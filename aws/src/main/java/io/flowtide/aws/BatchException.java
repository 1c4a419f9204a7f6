package io.flowtide.aws;

import java.util.List;
import java.util.stream.Collectors;

/** Some records of a batch failed. The first failure is the cause, the others are suppressed. */
public final class BatchException extends RuntimeException {

    /**
     * @param record the record, as text
     * @param cause why it failed
     */
    record Failure(String record, Exception cause) {

        @Override
        public String toString() {
            return record + ": " + cause.getMessage();
        }
    }

    BatchException(List<Failure> failures, int records) {
        super(
                failures.size() + " of " + records + " records failed: "
                        + failures.stream().map(Failure::toString).collect(Collectors.joining("; ")),
                failures.get(0).cause());
        failures.stream().skip(1).forEach(failure -> addSuppressed(failure.cause()));
    }
}
