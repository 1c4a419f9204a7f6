package io.flowtide.core.flowlog;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A format made ready to read lines of it. */
final class LineFormat {

    private final FlowFormat format;
    private final List<String> missing;
    private final RecordParser parser;
    private final LineDiagnosis diagnosis;

    /** @param withoutHeader the format was taken for granted, so that each line must show that it has it */
    LineFormat(
            FlowFormat format,
            boolean withoutHeader,
            IngestOptions options,
            Tally tally,
            List<TrackedDimensions.Tracked> dimensions,
            RecordEnds ends) {
        this.format = format;
        this.missing = missing(format, options);
        this.parser = new RecordParser(format, withoutHeader, options.requests(), tally, dimensions, ends);
        this.diagnosis = new LineDiagnosis(format, withoutHeader, dimensions);
    }

    /** To learn of a format, not to read with. */
    static LineFormat of(FlowFormat format, IngestOptions options) {
        Tally tally = new Tally(options.spread(), 1);
        TrackedDimensions dimensions = new TrackedDimensions(tally, options);
        RecordEnds ends = new RecordEnds(options.enrichment(), dimensions.ofEnds());
        return new LineFormat(format, false, options, tally, dimensions.in(format), ends);
    }

    private static List<String> missing(FlowFormat format, IngestOptions options) {
        Set<Metric> metrics = options.metrics();
        boolean packetsAreRequests = metrics.contains(Metric.REQUESTS) && options.requests() == RequestMeaning.PACKETS;
        return Stream.of(FlowField.START, FlowField.BYTES, FlowField.PACKETS)
                .filter(field -> !format.has(field))
                .filter(field -> field != FlowField.BYTES || metrics.contains(Metric.BYTES))
                .filter(field -> field != FlowField.PACKETS || metrics.contains(Metric.PACKETS) || packetsAreRequests)
                .map(FlowField::fieldName)
                .toList();
    }

    /** False when records of this format lack what is to be counted. */
    boolean isUsable() {
        return missing.isEmpty();
    }

    /** What is missing, in words. */
    String problem() {
        return "the flow log has no column " + String.join(" and no column ", missing) + ", only: " + format;
    }

    FlowFormat format() {
        return format;
    }

    RecordParser parser() {
        return parser;
    }

    LineDiagnosis diagnosis() {
        return diagnosis;
    }
}
