package io.flowtide.core.flowlog;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is counted of a file.
 *
 * @param metrics at least one
 * @param dimensions each value of these gets its own series beside the total: {@code action}, …
 * @param spread which minutes a record counts in
 * @param format the columns of flow logs that carry no header; empty for the default order of version 2
 * @param maxSeries how many series one file may have; the heaviest values keep a series of their own, the others are
 *     summed as {@code other}
 * @param requests what counts as a request
 * @param enrichment what is known of addresses; a dimension that needs what is not known is left out
 */
public record IngestOptions(
        Set<Metric> metrics,
        List<String> dimensions,
        Spread spread,
        Optional<FlowFormat> format,
        int maxSeries,
        RequestMeaning requests,
        Enrichment enrichment) {

    public static final int DEFAULT_MAX_SERIES = 1000;
    /** How many values a summary tells apart, of all fields together. */
    private static final int SUMMARY_VALUES = 20_000;

    public IngestOptions {
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("At least one of requests, bytes and packets must be counted");
        }
        metrics = Collections.unmodifiableSet(EnumSet.copyOf(metrics));
        dimensions = dimensions.stream().distinct().toList();
        dimensions.forEach(Dimension::named);
        if (maxSeries < 1) {
            throw new IllegalArgumentException("A file needs room for at least one series, not " + maxSeries);
        }
    }

    /** With the default order where there is no header, {@value #DEFAULT_MAX_SERIES} series, and requests as records. */
    public IngestOptions(Set<Metric> metrics, List<String> dimensions, Spread spread) {
        this(
                metrics,
                dimensions,
                spread,
                Optional.empty(),
                DEFAULT_MAX_SERIES,
                RequestMeaning.RECORDS,
                Enrichment.NONE);
    }

    public IngestOptions withFormat(FlowFormat columns) {
        return new IngestOptions(metrics, dimensions, spread, Optional.of(columns), maxSeries, requests, enrichment);
    }

    public IngestOptions withMaxSeries(int most) {
        return new IngestOptions(metrics, dimensions, spread, format, most, requests, enrichment);
    }

    public IngestOptions withRequests(RequestMeaning meaning) {
        return new IngestOptions(metrics, dimensions, spread, format, maxSeries, meaning, enrichment);
    }

    public IngestOptions withEnrichment(Enrichment known) {
        return new IngestOptions(metrics, dimensions, spread, format, maxSeries, requests, known);
    }

    /** Which dimensions are left out, and why, for people: {@code the dimension 'pair' needs a service map}. */
    public List<String> leftOut() {
        return dimensions.stream()
                .filter(name -> !isAvailable(Dimension.named(name)))
                .map(name -> "the dimension '" + name + "' needs " + enrichment.missing(Dimension.named(name)))
                .toList();
    }

    boolean isAvailable(Dimension dimension) {
        return enrichment.missing(dimension).isEmpty();
    }

    /** To learn what is in a file: by every field of the flow log that tells something, without regard to time. */
    public static IngestOptions forSummary() {
        List<String> fields = Arrays.stream(FlowField.values())
                .filter(FlowField::isDimension)
                .map(FlowField::fieldName)
                .toList();
        return new IngestOptions(EnumSet.allOf(Metric.class), fields, Spread.OVERALL)
                .withMaxSeries(SUMMARY_VALUES * Metric.values().length);
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
