package io.flowtide.cli;

/** A file can't be used at all; the message names it and says why. */
final class BadInputException extends Exception {

    private static final long serialVersionUID = 1;

    BadInputException(String message) {
        super(message);
    }
}
