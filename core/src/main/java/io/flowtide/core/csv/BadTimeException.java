package io.flowtide.core.csv;

/** A text is no time; the message says why, for people. */
public final class BadTimeException extends Exception {

    private static final long serialVersionUID = 1;

    BadTimeException(String message) {
        super(message, null, false, false);
    }
}
