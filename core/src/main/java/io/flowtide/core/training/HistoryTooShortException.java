package io.flowtide.core.training;

/** A history holds too little to compare anything on. */
public final class HistoryTooShortException extends IllegalArgumentException {

    HistoryTooShortException(String message) {
        super(message);
    }
}
