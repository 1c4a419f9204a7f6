package io.flowtide.core.flowlog;

import io.flowtide.core.series.Spreading;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the records of one format: finds the columns that matter, checks them, and counts the record. The way of nearly
 * every line, so it allocates nothing and gives no reasons. Whether a line is accepted does not depend on what is
 * counted of it.
 */
final class RecordParser {

    private static final int ABSENT = EndColumns.ABSENT;
    private static final List<FlowField> ALWAYS = List.of(
            FlowField.START,
            FlowField.END,
            FlowField.BYTES,
            FlowField.PACKETS,
            FlowField.LOG_STATUS,
            FlowField.TCP_FLAGS);
    private static final long NODATA = word("NODATA");
    private static final long SKIPDATA = word("SKIPDATA");
    private static final long OK = word("OK");

    private final Tally tally;
    private final FlowFormat needed;
    private final boolean withoutHeader;
    private final RequestMeaning meaning;
    private final int startColumn;
    private final int endColumn;
    private final int bytesColumn;
    private final int packetsColumn;
    private final int statusColumn;
    private final int tcpFlagsColumn;
    private final int[] dimensionColumns;
    private final ValueTable[] tables;
    private final int[] groups;
    private final boolean locatesEnds;
    private final EndGroups ends;

    private final ColumnFinder finder;
    private final int[] from;
    private final int[] to;

    /** @param withoutHeader the format was taken for granted, so that each line must show that it has it */
    RecordParser(
            FlowFormat format,
            boolean withoutHeader,
            RequestMeaning meaning,
            Tally tally,
            List<TrackedDimensions.Tracked> dimensions,
            RecordEnds ends) {
        List<TrackedDimensions.Tracked> ofFields = dimensions.stream()
                .filter(tracked -> tracked.dimension() instanceof Dimension.OfField)
                .toList();
        this.meaning = meaning;
        this.tally = tally;
        this.withoutHeader = withoutHeader;
        this.locatesEnds = ends.any();
        int[] wanted = wanted(format, ofFields, locatesEnds);
        this.needed = new FlowFormat(
                IntStream.of(wanted).mapToObj(format.columns()::get).toList());
        this.finder = new ColumnFinder(wanted, format.columns().size());
        this.from = finder.from;
        this.to = finder.to;
        this.startColumn = place(wanted, format, FlowField.START);
        this.endColumn = place(wanted, format, FlowField.END);
        this.bytesColumn = place(wanted, format, FlowField.BYTES);
        this.packetsColumn = place(wanted, format, FlowField.PACKETS);
        this.statusColumn = place(wanted, format, FlowField.LOG_STATUS);
        this.tcpFlagsColumn = place(wanted, format, FlowField.TCP_FLAGS);
        this.dimensionColumns = ofFields.stream()
                .mapToInt(tracked -> place(wanted, format, field(tracked)))
                .toArray();
        this.tables = ofFields.stream().map(TrackedDimensions.Tracked::table).toArray(ValueTable[]::new);
        this.ends = new EndGroups(ends, dimensions, field -> place(wanted, format, field), finder);
        this.groups = new int[1 + tables.length + this.ends.size()];
    }

    private static FlowField field(TrackedDimensions.Tracked tracked) {
        return ((Dimension.OfField) tracked.dimension()).field();
    }

    private static int[] wanted(FlowFormat format, List<TrackedDimensions.Tracked> ofFields, boolean locatesEnds) {
        Stream<FlowField> ofEnds =
                locatesEnds ? Stream.concat(EndColumns.FIELDS.stream(), Stream.of(FlowField.ACTION)) : Stream.empty();
        return Stream.of(ALWAYS.stream(), ofFields.stream().map(RecordParser::field), ofEnds)
                .flatMap(Function.identity())
                .mapToInt(format::indexOf)
                .filter(column -> column >= 0)
                .distinct()
                .sorted()
                .toArray();
    }

    private static int place(int[] wanted, FlowFormat format, FlowField field) {
        int column = format.indexOf(field);
        return column < 0 ? ABSENT : Math.max(ABSENT, Arrays.binarySearch(wanted, column));
    }

    private static long word(String text) {
        long word = 0;
        for (int i = 0; i < text.length(); i++) {
            word |= (long) text.charAt(i) << 8 * i;
        }
        return word;
    }

    /** The columns of the format that are looked at, in its order. */
    FlowFormat needed() {
        return needed;
    }

    /** Reads the line {@code [lineFrom, lineTo)}; there is slack on both sides of it. */
    Outcome parse(byte[] line, int lineFrom, int lineTo) {
        if (lineTo - lineFrom > Block.LONGEST_LINE
                || !finder.find(line, lineFrom, lineTo)
                || withoutHeader && (line[lineFrom] != '2' || line[lineFrom + 1] != ' ')) {
            return Outcome.UNREADABLE;
        }
        if (statusColumn != ABSENT) {
            long status = status(line);
            if (status != OK) {
                return withoutTraffic(status);
            }
        }
        return count(line);
    }

    /** The first eight bytes of the status, 0 when it is longer. */
    private long status(byte[] line) {
        int length = to[statusColumn] - from[statusColumn];
        long word = Swar.word(line, from[statusColumn]);
        if (length >= Long.BYTES) {
            return length == Long.BYTES ? word : 0;
        }
        return word & (1L << 8 * length) - 1;
    }

    private static Outcome withoutTraffic(long status) {
        if (status == NODATA) {
            return Outcome.NO_DATA;
        }
        return status == SKIPDATA ? Outcome.SKIP_DATA : Outcome.UNREADABLE;
    }

    private Outcome count(byte[] line) {
        long start = RecordTime.seconds(number(line, startColumn, -1));
        long end = RecordTime.seconds(number(line, endColumn, start));
        long bytes = number(line, bytesColumn, 0);
        long packets = number(line, packetsColumn, 0);
        boolean plausible = RecordTime.plausible(start, end)
                && bytes >= 0
                && bytes <= Spreading.LARGEST_COUNT
                && packets >= 0
                && packets <= Spreading.LARGEST_COUNT;
        if (!plausible || !findGroups(line)) {
            return Outcome.UNREADABLE;
        }
        long requests = requests(line, packets);
        if (!tally.add(start, end, requests, bytes, packets, groups, groups.length)) {
            return Outcome.NO_ROOM;
        }
        if (locatesEnds) {
            ends.count(line, start, end, bytes);
        }
        return Outcome.ACCEPTED;
    }

    private long requests(byte[] line, long packets) {
        return switch (meaning) {
            case RECORDS -> 1;
            case PACKETS -> packets;
            case CONNECTIONS ->
                tcpFlagsColumn == ABSENT || RequestMeaning.opensConnection(number(line, tcpFlagsColumn, 0)) ? 1 : 0;
        };
    }

    private long number(byte[] line, int column, long absent) {
        return column == ABSENT ? absent : Swar.number(line, from[column], to[column]);
    }

    private boolean findGroups(byte[] line) {
        for (int column : dimensionColumns) {
            if (from[column] == to[column]) {
                return false;
            }
        }
        for (int i = 0; i < tables.length; i++) {
            int column = dimensionColumns[i];
            groups[i + 1] = tables[i].group(line, from[column], to[column]);
        }
        if (locatesEnds) {
            ends.find(line, groups, 1 + tables.length);
        }
        return true;
    }
}
