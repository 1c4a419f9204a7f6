package io.flowtide.core.flowlog;

import io.flowtide.core.dependency.DependencyCounts;
import io.flowtide.core.series.MinuteCounts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the lines of a flow log one after the other: records by the last header, other lines by what they are. Every
 * line that is neither blank nor a header is counted once, as what it turned out to be.
 */
final class LineReader {

    private static final int SHOWN = 500;
    /** What a header line may be in length: all fields there are, several times over. */
    private static final int LONGEST_HEADER = 8192;

    private final IngestOptions options;
    private final RejectSink rejects;
    private final Tally tally;
    private final TrackedDimensions dimensions;
    private final RecordEnds ends;

    private LineFormat format;
    private RecordParser parser;
    private boolean headerSeen;
    private Optional<String> damage = Optional.empty();

    private long number;
    private long accepted;
    private long noData;
    private long skipData;
    private long rejected;

    LineReader(IngestOptions options, RejectSink rejects) {
        this.options = options;
        this.rejects = rejects;
        this.tally = new Tally(
                options.spread(),
                MinuteCounts.DEFAULT_CAPACITY / options.metrics().size());
        this.dimensions = new TrackedDimensions(tally, options);
        this.ends = new RecordEnds(options.enrichment(), dimensions.ofEnds());
        use(options.format().orElse(FlowFormat.DEFAULT), options.format().isEmpty());
    }

    private void use(FlowFormat columns, boolean withoutHeader) {
        format = new LineFormat(columns, withoutHeader, options, tally, dimensions.in(columns), ends);
        parser = format.parser();
        if (!format.isUsable()) {
            damaged("Line " + number + ": " + format.problem() + "; what follows it is not counted");
        }
    }

    /** Reads the lines {@code [from, to)}, each with its newline. */
    void read(byte[] bytes, int from, int to) {
        int start = from;
        while (start < to) {
            int end = Swar.newline(bytes, start);
            number++;
            int stop = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
            if (!format.isUsable() || !recorded(parser.parse(bytes, start, stop))) {
                unusual(bytes, start, stop);
            }
            start = end + 1;
        }
    }

    private boolean recorded(Outcome outcome) {
        switch (outcome) {
            case ACCEPTED -> accepted++;
            case NO_DATA -> noData++;
            case SKIP_DATA -> skipData++;
            case UNREADABLE, NO_ROOM -> {
                return false;
            }
        }
        return true;
    }

    private void unusual(byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && bytes[start] <= ' ' && bytes[start] >= 0) {
            start++;
        }
        while (start < end && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        boolean blank = start == end;
        if (!blank && !isHeader(bytes, start, end)) {
            unusualRecord(bytes, start, end);
        }
    }

    private boolean isHeader(byte[] bytes, int from, int to) {
        boolean possible =
                (bytes[from] >= 'a' && bytes[from] <= 'z' || bytes[from] == '$') && to - from <= LONGEST_HEADER;
        Optional<FlowFormat> header = possible ? FlowFormat.ofHeader(text(bytes, from, to)) : Optional.empty();
        header.ifPresent(columns -> {
            headerSeen = true;
            use(columns, false);
        });
        return header.isPresent();
    }

    private void unusualRecord(byte[] bytes, int from, int to) {
        if (!format.isUsable()) {
            rejected++;
            rejects.rejectMore(1);
            return;
        }
        Outcome again = parser.parse(bytes, from, to);
        if (recorded(again)) {
            return;
        }
        String line = text(bytes, from, Math.min(to, from + Block.LONGEST_LINE));
        if (format.diagnosis().saysNoData(line)) {
            noData++;
        } else {
            reject(again == Outcome.NO_ROOM ? noRoom() : reason(line, to - from), line);
        }
    }

    private String noRoom() {
        return "the file covers more time than fits: split it, or track fewer dimensions";
    }

    private String reason(String line, int length) {
        return length > Block.LONGEST_LINE ? tooLong() : format.diagnosis().reason(line);
    }

    private static String tooLong() {
        return "the line is longer than " + Block.LONGEST_LINE + " bytes";
    }

    /** A line that was too long to be kept; {@code [from, to)} is its start. */
    void overlong(byte[] bytes, int from, int to) {
        number++;
        reject(tooLong(), text(bytes, from, Math.min(to, from + SHOWN)));
    }

    /** A line {@code [from, to)} that the file breaks off in. */
    void brokenOff(byte[] bytes, int from, int to) {
        number++;
        reject(RejectSink.BROKEN_OFF, text(bytes, from, to));
    }

    private void reject(String reason, String line) {
        rejected++;
        rejects.reject(number, reason, line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…");
    }

    /** Something is wrong with the file rather than with a line. */
    void damaged(String message) {
        rejects.reject(RejectSink.WHOLE_FILE, message, "");
        damage = Optional.of(damage.map(earlier -> earlier + "; " + message).orElse(message));
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    IngestReport report() {
        String columns =
                headerSeen ? format.format().columns().size() + " columns by header" : "version 2 without header";
        String named = options.format().isPresent() && !headerSeen ? "columns by configuration" : columns;
        long lines = accepted + noData + skipData + rejected;
        return new IngestReport(
                "flow log text, " + named,
                format.format(),
                lines,
                accepted,
                noData,
                skipData,
                rejected,
                tally.times(),
                damage,
                dimensions.finish(),
                ends.dependencies().map(DependencyCounts::hours).orElseGet(TreeMap::new));
    }
}
