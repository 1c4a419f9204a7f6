package io.flowtide.core.flowlog;

/** Takes what can't be used of a file. */
public interface RejectSink {

    /** The line number of a refusal that concerns the file rather than one of its lines. */
    long WHOLE_FILE = 0;

    /** The reason of a last line that is not whole; what is wrong with the file follows. */
    String BROKEN_OFF = "the file breaks off within this line";

    /**
     * @param line from 1, or {@link #WHOLE_FILE}
     * @param reason what is wrong, for people
     * @param text the line, shortened when it is very long
     */
    void reject(long line, String reason, String text);

    /** Further lines are refused for the reason given last, and not shown one by one. */
    default void rejectMore(long lines) {}

    /** Forgets everything. */
    static RejectSink none() {
        return (line, reason, text) -> {};
    }
}
