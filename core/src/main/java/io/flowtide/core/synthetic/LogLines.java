package io.flowtide.core.synthetic;

import static io.flowtide.core.synthetic.AsciiLines.ascii;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Flow log records as text. */
final class LogLines {

    private static final byte[] HEADER =
            ascii("version account-id interface-id srcaddr dstaddr srcport dstport protocol "
                    + "packets bytes start end action log-status\n");
    private static final byte[] ACCEPTED = ascii(" ACCEPT OK\n");
    private static final byte[] REJECTED = ascii(" REJECT OK\n");

    private final AsciiLines lines;
    private final byte[][] beginnings;
    private boolean empty = true;

    LogLines(OutputStream out, String account) {
        this.lines = new AsciiLines(out);
        this.beginnings = new byte[FlowLogGenerator.INTERFACES][];
        for (int i = 0; i < beginnings.length; i++) {
            beginnings[i] = ascii("2 %s eni-0f10f71de%08x ".formatted(account, 0x5eed0000 + i));
        }
    }

    void header() throws IOException {
        lines.text(HEADER);
    }

    void record(FlowRecord record) {
        try {
            empty = false;
            lines.text(beginnings[record.networkInterface()]);
            lines.address(record.source()).character(' ');
            lines.address(record.destination()).character(' ');
            lines.number(record.sourcePort()).character(' ');
            lines.number(record.destinationPort()).character(' ');
            lines.number(record.protocol()).character(' ');
            lines.number(record.packets()).character(' ');
            lines.number(record.bytes()).character(' ');
            lines.number(record.start()).character(' ');
            lines.number(record.end()).text(record.accepted() ? ACCEPTED : REJECTED);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** AWS says so when an interface had no traffic. */
    void noDataWhenEmpty(Instant start, Instant end) throws IOException {
        if (!empty) {
            return;
        }
        for (byte[] beginning : beginnings) {
            lines.text(beginning).text(ascii("- - - - - - - "));
            lines.number(start.getEpochSecond()).character(' ');
            lines.number(end.getEpochSecond() - 1).text(ascii(" - NODATA\n"));
        }
    }

    void flush() throws IOException {
        lines.flush();
    }
}
