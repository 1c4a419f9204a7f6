package io.flowtide.functions.notifier;

/** Nobody was told; the message says why, and what to do. */
class ChannelException extends RuntimeException {

    ChannelException(String message) {
        super(message);
    }

    ChannelException(String message, Throwable cause) {
        super(message, cause);
    }
}
