package io.flowtide.cli;

import io.flowtide.core.flowlog.Ingest;
import io.flowtide.core.flowlog.IngestOptions;
import io.flowtide.core.flowlog.IngestReport;
import io.flowtide.core.flowlog.RejectSink;
import io.flowtide.core.parquet.FileRanges;
import io.flowtide.core.series.CapacityException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads flow logs and metric dumps one after the other, and tells what can't be used of them. */
final class FlowFiles {

    private final Surroundings surroundings;
    private final IngestOptions options;

    FlowFiles(Surroundings surroundings, IngestOptions options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    /**
     * @param files files, folders, or {@code -}
     * @param consumer takes what was found in each file
     * @return whether all could be used wholly
     */
    boolean read(List<String> files, Consumer<IngestReport> consumer) throws IOException {
        boolean fine = true;
        for (String file : files) {
            for (Input input : Input.allOf(file)) {
                fine &= read(input, consumer);
            }
        }
        return fine;
    }

    private boolean read(Input input, Consumer<IngestReport> consumer) {
        try (Complaints complaints = new Complaints(input.name(), surroundings.err())) {
            read(input, consumer, complaints);
            return complaints.none();
        }
    }

    private void read(Input input, Consumer<IngestReport> consumer, Complaints complaints) {
        try (InputStream in = input.open(surroundings)) {
            IngestReport report = ingest(input, in, options, complaints);
            consumer.accept(report);
            if (report.lines() == 0 && report.damage().isEmpty()) {
                complaints.reject(RejectSink.WHOLE_FILE, "There is no record in it", "");
            }
            if (report.skipData() > 0) {
                note(input, "AWS could not capture all traffic (records that say SKIPDATA: " + report.skipData() + ")");
            }
        } catch (IOException | CapacityException unreadable) {
            complaints.reject(RejectSink.WHOLE_FILE, unreadable.getMessage(), "");
        }
    }

    /** Reads one file, which is open. */
    static IngestReport ingest(Input input, InputStream in, IngestOptions options, RejectSink rejects)
            throws IOException {
        if (input.path().isEmpty()) {
            return Ingest.read(input.name(), in, options, rejects);
        }
        Path path = input.path().get();
        return Ingest.read(input.name(), in, () -> FileRanges.open(path), options, rejects);
    }

    private void note(Input input, String note) {
        surroundings.err().println(input.name() + ": note: " + note);
    }
}
