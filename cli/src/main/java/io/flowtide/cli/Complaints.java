package io.flowtide.cli;

import io.flowtide.core.flowlog.RejectSink;
import java.io.PrintWriter;

/** Tells what can't be used of one file, line by line, without flooding. */
final class Complaints implements RejectSink, AutoCloseable {

    private static final int MOST_SHOWN = 10;

    private final String file;
    private final PrintWriter err;
    private int shown;
    private long more;

    Complaints(String file, PrintWriter err) {
        this.file = file;
        this.err = err;
    }

    @Override
    public void reject(long line, String reason, String text) {
        if (line != WHOLE_FILE && shown >= MOST_SHOWN) {
            more++;
            return;
        }
        shown++;
        err.println(line == WHOLE_FILE ? file + ": " + reason : file + ":" + line + ": " + reason);
    }

    @Override
    public void rejectMore(long lines) {
        more += lines;
    }

    /** Whether the file could be used wholly. */
    boolean none() {
        return shown == 0;
    }

    @Override
    public void close() {
        if (more > 0) {
            err.println(file + ": " + more + " more lines can't be used");
        }
    }
}
