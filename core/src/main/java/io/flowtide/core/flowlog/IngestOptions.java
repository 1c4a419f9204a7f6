package io.flowtide.core.flowlog;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is counted of a file.
 *
 * @param metrics at least one
 * @param dimensions each value of these gets its own series beside the total: {@code action}, …
 * @param spread which minutes a record counts in
 */
public record IngestOptions(Set<Metric> metrics, List<String> dimensions, Spread spread) {

    public IngestOptions {
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("At least one of requests, bytes and packets must be counted");
        }
        metrics = Collections.unmodifiableSet(EnumSet.copyOf(metrics));
        dimensions = dimensions.stream().distinct().toList();
    }

    /** All metrics, per action, in proportion. */
    public static IngestOptions defaults() {
        return new IngestOptions(EnumSet.allOf(Metric.class), List.of("action"), Spread.PROPORTIONAL);
    }

    /**
     * From configuration: comma-separated lists, and {@code proportional} or {@code start}.
     *
     * @throws IllegalArgumentException when a name is not known; the message says which are
     */
    public static IngestOptions parse(String metrics, String dimensions, String spread) {
        return new IngestOptions(
                names(metrics).stream().map(Metric::parse).collect(Collectors.toSet()),
                names(dimensions),
                Spread.parse(spread.strip()));
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
