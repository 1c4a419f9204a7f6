package io.flowtide.benchmarks.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flowtide.benchmarks.detection.LabelledSeries.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a folder of labelled series: NAB's own layout ({@code data/…}, {@code labels/combined_windows.json}), or the files
 * beside a {@code windows.json}. A window is {@code [first, last]}, both the times of rows.
 */
final class NabCorpus {

    private NabCorpus() {}

    static List<LabelledSeries> read(Path folder) throws IOException {
        Path labels = folder.resolve("labels/combined_windows.json");
        boolean original = Files.exists(labels);
        JsonNode windows =
                new ObjectMapper().readTree(Files.readString(original ? labels : folder.resolve("windows.json")));
        Path data = original ? folder.resolve("data") : folder;
        List<LabelledSeries> corpus = new ArrayList<>();
        for (var file : windows.properties()) {
            corpus.add(series(data, file.getKey(), file.getValue()));
        }
        return corpus;
    }

    /** A file of which nothing is known to be anomalous. */
    static LabelledSeries unlabelled(Path csv) throws IOException {
        return series(csv.getParent(), csv.getFileName().toString(), JsonNodeFactory.instance.arrayNode());
    }

    private static LabelledSeries series(Path data, String name, JsonNode windows) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve(name));
        List<Instant> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        boolean header = !Character.isDigit(lines.get(0).charAt(0));
        for (String line : lines.subList(header ? 1 : 0, lines.size())) {
            int comma = line.indexOf(',');
            times.add(time(line.substring(0, comma)));
            values.add(Double.valueOf(line.substring(comma + 1)));
        }
        List<Window> rows = new ArrayList<>();
        for (JsonNode window : windows) {
            rows.add(window(
                    times, time(window.get(0).asText()), time(window.get(1).asText())));
        }
        double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
        return new LabelledSeries(name, times, numbers, rows);
    }

    /** The rows from the first at or after {@code from} to the last at or before {@code to}. */
    private static Window window(List<Instant> times, Instant from, Instant to) {
        int first = 0;
        while (times.get(first).isBefore(from)) {
            first++;
        }
        int last = first;
        while (last + 1 < times.size() && !times.get(last + 1).isAfter(to)) {
            last++;
        }
        return new Window(first, last);
    }

    /** As NAB writes it ({@code 2014-04-10 07:15:00.000000}, in UTC), or with an offset. */
    private static Instant time(String text) {
        String iso = text.replace(' ', 'T');
        return iso.endsWith("Z") || iso.contains("+")
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
}
