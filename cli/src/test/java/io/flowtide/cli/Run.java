package io.flowtide.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a command did.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int code, String out, String err) {

    /** Midnight comes in 12 minutes. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T23:48:00Z"), ZoneOffset.UTC);

    static Run of(String... arguments) {
        return withInput(new byte[0], arguments);
    }

    static Run withInput(String in, String... arguments) {
        return withInput(in.getBytes(StandardCharsets.UTF_8), arguments);
    }

    static Run withInput(byte[] in, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings =
                new Surroundings(new ByteArrayInputStream(in), new PrintWriter(out), new PrintWriter(err), CLOCK);
        int code = Flowtide.run(surroundings, arguments);
        return new Run(code, out.toString(), err.toString());
    }

    List<String> rows() {
        return out.lines().toList();
    }
}
