package io.flowtide.cli;

import io.flowtide.core.flowlog.RejectSink;
import java.io.PrintWriter;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Tells what can't be used of one file, line by line, without flooding. */
final class Complaints implements RejectSink, AutoCloseable {

    private static final int MOST_SHOWN = 10;

    private final String file;
    private final PrintWriter err;
    private int shown;
    private long more;
    /** Told together with what broke it. */
    private OptionalLong brokenLine = OptionalLong.empty();

    Complaints(String file, PrintWriter err) {
        this.file = file;
        this.err = err;
    }

    @Override
    public void reject(long line, String reason, String text) {
        if (reason.equals(BROKEN_OFF)) {
            brokenLine = OptionalLong.of(line);
        } else if (line == WHOLE_FILE) {
            tell(file + brokenLine.stream().mapToObj(broken -> ":" + broken).collect(Collectors.joining()), reason);
        } else if (shown < MOST_SHOWN) {
            tell(file + ":" + line, reason);
        } else {
            more++;
        }
    }

    private void tell(String where, String reason) {
        shown++;
        err.println(where + ": " + reason);
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
            tell(file, more + " more lines can't be used");
        }
    }
}
