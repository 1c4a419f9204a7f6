package io.flowtide.cli;

import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a dependency table for people and for programs. */
final class DependencyPrinter {

    private static final List<String> COLUMNS =
            List.of("source", "destination", "records", "bytes", "accepted", "rejected", "first", "last");
    /** Names stand to the left, numbers to the right. */
    private static final List<String> RIGHT = List.of("records", "bytes", "accepted", "rejected");

    private final PrintWriter out;
    private final boolean hourly;

    /** @param hourly begins each line with the hour */
    DependencyPrinter(PrintWriter out, boolean hourly) {
        this.out = out;
        this.hourly = hourly;
    }

    void csv(SortedMap<Instant, SortedMap<Pair, Traffic>> hours) {
        lines(hours)
                .forEach(line ->
                        out.print(line.stream().map(CsvText::field).collect(Collectors.joining(",", "", "\n"))));
    }

    void text(SortedMap<Instant, SortedMap<Pair, Traffic>> hours) {
        List<List<String>> lines = lines(hours);
        List<String> header = lines.get(0);
        int[] widths = IntStream.range(0, header.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> line : lines) {
            String text = IntStream.range(0, line.size())
                    .mapToObj(column -> padded(line.get(column), widths[column], RIGHT.contains(header.get(column))))
                    .collect(Collectors.joining("  "));
            out.print(text.stripTrailing() + "\n");
        }
    }

    private static String padded(String text, int width, boolean right) {
        String padding = " ".repeat(width - text.length());
        return right ? padding + text : text + padding;
    }

    private List<List<String>> lines(SortedMap<Instant, SortedMap<Pair, Traffic>> hours) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(withHour("hour", COLUMNS));
        hours.forEach((hour, pairs) ->
                pairs.forEach((pair, traffic) -> lines.add(withHour(hour.toString(), columns(pair, traffic)))));
        return lines;
    }

    private List<String> withHour(String hour, Collection<String> columns) {
        List<String> line = new ArrayList<>(columns);
        if (hourly) {
            line.add(0, hour);
        }
        return line;
    }

    private static List<String> columns(Pair pair, Traffic traffic) {
        return List.of(
                pair.source(),
                pair.destination(),
                Long.toString(traffic.records()),
                Long.toString(traffic.bytes()),
                Long.toString(traffic.accepted()),
                Long.toString(traffic.rejected()),
                traffic.first().toString(),
                traffic.last().toString());
    }
}
