package io.flowtide.functions.notifier;

/** The service does not take our token. Somebody may have replaced it since it was read. */
final class RefusedTokenException extends ChannelException {

    RefusedTokenException(String message) {
        super(message);
    }
}
