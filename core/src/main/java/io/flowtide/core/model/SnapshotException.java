package io.flowtide.core.model;

/** Bytes that are no snapshot of the detector that was asked for, or one of a newer version; the message says which. */
public final class SnapshotException extends RuntimeException {

    SnapshotException(String message) {
        super(message);
    }

    SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
