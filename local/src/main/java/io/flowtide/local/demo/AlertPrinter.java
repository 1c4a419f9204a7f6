package io.flowtide.local.demo;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.local.receivers.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Says each alert once, as soon as both channels have it, and saves its chart and its thread. */
final class AlertPrinter {

    private final Path folder;
    private final Duration allowedLateness;
    private final Uploader uploader;
    private final Consumer<String> say;
    private final Set<String> said = new HashSet<>();

    AlertPrinter(Path folder, Duration allowedLateness, Uploader uploader, Consumer<String> say) {
        this.folder = folder;
        this.allowedLateness = allowedLateness;
        this.uploader = uploader;
        this.say = say;
    }

    void print(List<Told> all) {
        for (Told told : all) {
            AnomalyDetected state = told.state();
            if (told.complete() && said.add(state.incident() + "-" + state.revision())) {
                print(told);
            }
        }
    }

    private void print(Told told) {
        AnomalyDetected state = told.state();
        Message message = told.slack().get(0);
        List<String> lines = plainLines(message.text());
        say.accept("");
        lines.forEach(line -> say.accept("    " + line));
        say.accept("    told Slack and the ChatBot" + delay(state, message.time()));
        Optional<Path> chart = told.charts().stream()
                .flatMap(picture -> picture.picture().stream())
                .findFirst()
                .map(picture -> save(state, picture.content()));
        chart.ifPresent(path -> say.accept("    chart, in its thread: " + path));
        ThreadFile.of(state, folder).add(state, message.time(), lines, chart);
        say.accept("");
    }

    /** Slack's markup taken away. */
    private static List<String> plainLines(String text) {
        return text.replaceAll("(?m)^<[^|>]*\\|Chart>$", "")
                .replaceAll(":[a-z_]+: ", "")
                .replace("*", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private String delay(AnomalyDetected state, Instant told) {
        Optional<Instant> upload = uploader.uploadThatPassed(state.end().plus(allowedLateness));
        return upload.filter(time -> state.state() == AnomalyDetected.State.OPENED && time.isBefore(told))
                .map(time -> " %.1f s after the upload that closed the window"
                        .formatted(Duration.between(time, told).toMillis() / 1000.0))
                .orElse("");
    }

    private Path save(AnomalyDetected state, byte[] png) {
        String name = "%s-%d-%s.png"
                .formatted(
                        state.incident(), state.revision(), state.state().name().toLowerCase(Locale.ROOT));
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name), png);
        } catch (IOException full) {
            throw new UncheckedIOException("Can't write to " + folder, full);
        }
    }
}
