package io.flowtide.core.series;

/** There is no room for a further slot or series; what was added before is kept. */
public final class CapacityException extends RuntimeException {

    CapacityException(int capacity) {
        super("More than " + capacity
                + " series x five-minute slots in one file: split the file, or track fewer dimensions");
    }
}
