package io.flowtide.core.event;

/** A document that can't be read; the message says what is wrong with it. */
public final class DocumentException extends RuntimeException {

    DocumentException(Class<? extends Document> type, String problem) {
        super("This " + type.getSimpleName() + " document " + problem);
    }

    DocumentException(Class<? extends Document> type, String problem, Exception cause) {
        super("This " + type.getSimpleName() + " document " + problem, cause);
    }
}
