package io.flowtide.core.metrics;

/** A text is not the literal it should be; the message says what is wrong, for people, but not where. */
final class LiteralException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Position position;

    LiteralException(Position position, String message) {
        super(message, null, false, false);
        this.position = position;
    }

    Position position() {
        return position;
    }
}
