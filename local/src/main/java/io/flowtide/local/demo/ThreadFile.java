package io.flowtide.local.demo;

import io.flowtide.core.event.AnomalyDetected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The thread of one incident as people saw it: what was told, when, and with which chart. */
final class ThreadFile {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path file;

    private ThreadFile(Path file) {
        this.file = file;
    }

    static ThreadFile of(AnomalyDetected state, Path folder) {
        return new ThreadFile(folder.resolve(state.incident() + ".md"));
    }

    /** Adds a message; the one that opens the incident begins the file anew. */
    void add(AnomalyDetected state, Instant told, List<String> lines, Optional<Path> chart) {
        StringBuilder text = new StringBuilder();
        text.append("## ").append(state.state().name().toLowerCase(Locale.ROOT));
        text.append(", told at ").append(TIME.format(told)).append(" UTC\n\n");
        text.append(String.join("  \n", lines)).append("\n\n");
        chart.ifPresent(
                png -> text.append("![Chart](").append(png.getFileName()).append(")\n\n"));
        try {
            Files.createDirectories(file.getParent());
            boolean opens = state.state() == AnomalyDetected.State.OPENED;
            Files.writeString(
                    file,
                    text,
                    StandardOpenOption.CREATE,
                    opens ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException("Can't write to " + file, full);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
