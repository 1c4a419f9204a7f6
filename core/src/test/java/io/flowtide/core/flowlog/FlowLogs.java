package io.flowtide.core.flowlog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Flow logs for tests, and how they are read. */
final class FlowLogs {

    /** 2026-11-21T08:05:00Z, the start of a slot. */
    static final long START = 1_795_248_300L;

    private FlowLogs() {}

    static String record(long start, long end, long bytes, long packets, String action) {
        return "2 123456789010 eni-1235b8ca123456789 10.0.0.1 10.0.1.2 49761 443 6 %d %d %d %d %s OK\n"
                .formatted(packets, bytes, start, end, action);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    static IngestReport read(String text, RejectSink rejects) {
        return read(bytes(text), IngestOptions.defaults(), rejects);
    }

    static IngestReport read(byte[] file, IngestOptions options, RejectSink rejects) {
        try {
            IngestReport report = Ingest.read("a.log", new ByteArrayInputStream(file), options, rejects);
            if (report.accepted() + report.noData() + report.skipData() + report.rejected() != report.lines()) {
                throw new AssertionError("Not every line is accounted for: " + report);
            }
            return report;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
