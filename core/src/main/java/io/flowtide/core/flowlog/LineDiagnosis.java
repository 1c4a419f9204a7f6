package io.flowtide.core.flowlog;

import io.flowtide.core.series.Spreading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why a line is no record of a format, in words. The slow way, for the few lines that {@link RecordParser} leaves. */
final class LineDiagnosis {

    private static final String NOTHING = "-";

    private final FlowFormat format;
    private final boolean withoutHeader;
    private final List<FlowField> dimensions;

    LineDiagnosis(FlowFormat format, boolean withoutHeader, List<TrackedDimensions.Tracked> dimensions) {
        this.format = format;
        this.withoutHeader = withoutHeader;
        this.dimensions = dimensions.stream()
                .map(TrackedDimensions.Tracked::dimension)
                .filter(Dimension.OfField.class::isInstance)
                .map(dimension -> ((Dimension.OfField) dimension).field())
                .toList();
    }

    /** Whether a line of a format without a status says that there was no traffic: its counts are {@code -}. */
    boolean saysNoData(String line) {
        List<String> columns = columns(line);
        List<FlowField> counts = Stream.of(FlowField.BYTES, FlowField.PACKETS)
                .filter(format::has)
                .toList();
        return columns.size() == format.columns().size()
                && !format.has(FlowField.LOG_STATUS)
                && !counts.isEmpty()
                && counts.stream().allMatch(field -> NOTHING.equals(columns.get(format.indexOf(field))));
    }

    String reason(String line) {
        List<String> columns = columns(line);
        if (withoutHeader && !columns.get(0).equals("2")) {
            return "without a header a line must be version 2 in the default order, but this one starts with '"
                    + shortened(columns.get(0)) + "'; name its columns by configuration if it has others";
        }
        if (columns.size() != format.columns().size()) {
            return columns.size() + " columns, but the format has "
                    + format.columns().size();
        }
        return status(columns)
                .or(() -> number(columns, FlowField.START))
                .or(() -> number(columns, FlowField.END))
                .or(() -> time(columns))
                .or(() -> number(columns, FlowField.BYTES))
                .or(() -> number(columns, FlowField.PACKETS))
                .or(() -> emptyDimension(columns))
                .orElse("not a record of this format");
    }

    private static List<String> columns(String line) {
        return List.of(line.split(" ", -1));
    }

    private Optional<String> status(List<String> columns) {
        return value(columns, FlowField.LOG_STATUS)
                .filter(status -> !List.of("OK", "NODATA", "SKIPDATA").contains(status))
                .map(status -> "log-status is '" + shortened(status) + "', not OK, NODATA or SKIPDATA");
    }

    private Optional<String> number(List<String> columns, FlowField field) {
        return value(columns, field)
                .filter(text -> parsed(text) < 0 || parsed(text) > Spreading.LARGEST_COUNT)
                .map(text -> field.fieldName() + " is '" + shortened(text) + "', not a whole number of at most "
                        + Spreading.LARGEST_COUNT);
    }

    private Optional<String> time(List<String> columns) {
        long start = RecordTime.seconds(parsed(columns.get(format.indexOf(FlowField.START))));
        long end = RecordTime.seconds(
                value(columns, FlowField.END).map(LineDiagnosis::parsed).orElse(start));
        if (end >= RecordTime.LATEST) {
            return Optional.of("end is beyond the year 2100");
        }
        if (end < start) {
            return Optional.of("end " + end + " is before start " + start);
        }
        return RecordTime.plausible(start, end)
                ? Optional.empty()
                : Optional.of("start and end are more than 24 hours apart");
    }

    private Optional<String> emptyDimension(List<String> columns) {
        return dimensions.stream()
                .filter(field -> columns.get(format.indexOf(field)).isEmpty())
                .map(field -> field.fieldName() + " is empty")
                .findFirst();
    }

    private Optional<String> value(List<String> columns, FlowField field) {
        return format.has(field) ? Optional.of(columns.get(format.indexOf(field))) : Optional.empty();
    }

    private static long parsed(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 16 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(text) : -1;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
