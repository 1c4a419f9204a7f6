package io.flowtide.core.flowlog;

import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import io.flowtide.core.series.MinuteCounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a file. Every line is in exactly one of {@code accepted}, {@code noData}, {@code skipData} and
 * {@code rejected}.
 *
 * @param format what the file was taken for, for people: {@code flow log text, gzip}
 * @param columns what its records have; none for a metric dump
 * @param lines lines that are neither blank nor a header; for a metric dump its data points
 * @param accepted records that were counted
 * @param noData records that say that there was no traffic
 * @param skipData records that say that traffic was not captured
 * @param rejected lines that could not be used; each went to the sink, with its reason
 * @param times what the counted records of a flow log cover
 * @param damage what kept the file, or the rest of it, from being read, and where; it went to the sink as well
 * @param counts what was counted; of a damaged file, all that came before the damage
 * @param dependencies which service reached which, by the start of the hour; empty unless it was to be counted
 */
public record IngestReport(
        String format,
        FlowFormat columns,
        long lines,
        long accepted,
        long noData,
        long skipData,
        long rejected,
        Optional<TimeRange> times,
        Optional<String> damage,
        MinuteCounts counts,
        SortedMap<Instant, SortedMap<Pair, Traffic>> dependencies) {

    /** Of a file in which there was nothing to count. */
    static IngestReport ofNothing(String format, Optional<String> damage) {
        return new IngestReport(
                format, FlowFormat.NONE, 0, 0, 0, 0, 0, Optional.empty(), damage, new MinuteCounts(), new TreeMap<>());
    }

    /** Of a flow log that lacks what is to be counted: all its records are rejected. */
    static IngestReport ofRefused(String format, FlowFormat columns, long records, String damage) {
        return new IngestReport(
                format,
                columns,
                records,
                0,
                0,
                0,
                records,
                Optional.empty(),
                Optional.of(damage),
                new MinuteCounts(),
                new TreeMap<>());
    }

    /** Of a metric dump, whose lines are its data points. */
    public static IngestReport ofDump(
            String format, long accepted, long rejected, Optional<String> damage, MinuteCounts counts) {
        long points = accepted + rejected;
        return new IngestReport(
                format,
                FlowFormat.NONE,
                points,
                accepted,
                0,
                0,
                rejected,
                Optional.empty(),
                damage,
                counts,
                new TreeMap<>());
    }

    /** What was summed as {@code other}, by series; nothing of what is empty. */
    public List<Rest> rests() {
        return Rest.in(counts);
    }

    /** The same report of a file that was wrapped in something. */
    IngestReport in(String wrapping) {
        return as(format + ", " + wrapping, columns);
    }

    /** The same report of a file that is something else. */
    IngestReport as(String otherFormat, FlowFormat otherColumns) {
        return new IngestReport(
                otherFormat,
                otherColumns,
                lines,
                accepted,
                noData,
                skipData,
                rejected,
                times,
                damage,
                counts,
                dependencies);
    }
}
