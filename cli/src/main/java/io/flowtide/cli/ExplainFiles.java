package io.flowtide.cli;

import io.flowtide.core.flowlog.IngestOptions;
import io.flowtide.core.flowlog.IngestReport;
import io.flowtide.core.flowlog.RejectedLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalLong;

/** Tells what is in files, one after the other. */
final class ExplainFiles {

    private static final int REJECTED_SHOWN = 3;

    private final Surroundings surroundings;
    private final IngestOptions options;

    ExplainFiles(Surroundings surroundings, IngestOptions options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    /**
     * @param files files, folders, or {@code -}
     * @return whether all could be read to their ends
     */
    boolean explain(List<String> files) throws IOException {
        boolean fine = true;
        for (String file : files) {
            for (Input input : Input.allOf(file)) {
                fine &= explain(input);
            }
        }
        return fine;
    }

    private boolean explain(Input input) {
        RejectedLines rejects = new RejectedLines(REJECTED_SHOWN);
        try (InputStream in = input.open(surroundings)) {
            IngestReport report = FlowFiles.ingest(input, in, options, rejects);
            surroundings.out().print(new Explanation(input.name(), size(input), report, rejects).text());
            surroundings.out().flush();
            return report.damage().isEmpty() && report.lines() > 0;
        } catch (IOException unreadable) {
            surroundings.err().println(input.name() + ": " + unreadable.getMessage());
            return false;
        }
    }

    private static OptionalLong size(Input input) throws IOException {
        return input.path().isPresent()
                ? OptionalLong.of(Files.size(input.path().get()))
                : OptionalLong.empty();
    }
}
