package io.flowtide.aws;

/** An event that no function of Flowtide knows; the message says what it looks like. */
public final class UnknownEventException extends RuntimeException {

    UnknownEventException(String message) {
        super(message);
    }

    UnknownEventException(String message, Exception cause) {
        super(message, cause);
    }
}
