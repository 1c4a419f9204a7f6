package io.flowtide.core.flowlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps the first refused lines of a file, counts all of them, and writes them as JSON lines. */
public final class RejectedLines implements RejectSink {

    /** How many are kept unless told otherwise. */
    public static final int DEFAULT_KEPT = 1000;

    private static final JsonFactory JSON = new JsonFactory();

    private final int kept;
    private final List<Rejected> lines = new ArrayList<>();
    private long total;

    public RejectedLines() {
        this(DEFAULT_KEPT);
    }

    /** @param kept how many are kept in full */
    public RejectedLines(int kept) {
        this.kept = kept;
    }

    @Override
    public void reject(long line, String reason, String text) {
        total++;
        if (lines.size() < kept) {
            lines.add(new Rejected(line, reason, text));
        }
    }

    @Override
    public void rejectMore(long more) {
        total += more;
    }

    /** All refusals, also those that were not kept. */
    public long total() {
        return total;
    }

    public boolean isEmpty() {
        return total == 0;
    }

    /** The first refusals. */
    public List<Rejected> lines() {
        return Collections.unmodifiableList(lines);
    }

    /**
     * One {@code {"line":…,"reason":…,"text":…}} per line, and {@code {"more":…}} at the end when not all were kept.
     * The stream stays open.
     */
    public void writeTo(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.setRootValueSeparator(null);
            for (Rejected rejected : lines) {
                write(json, rejected);
            }
            if (total > lines.size()) {
                json.writeStartObject();
                json.writeNumberField("more", total - lines.size());
                endLine(json);
            }
        }
    }

    private static void write(JsonGenerator json, Rejected rejected) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", rejected.line());
        json.writeStringField("reason", rejected.reason());
        json.writeStringField("text", rejected.text());
        endLine(json);
    }

    private static void endLine(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
