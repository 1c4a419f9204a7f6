package io.flowtide.core.flowlog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which columns a flow log has, in order.
 *
 * @param columns field names with hyphens; names that are not known yet are kept
 */
public record FlowFormat(List<String> columns) {

    static final FlowFormat NONE = new FlowFormat(List.of());

    /** The columns of a file without a header: version 2 as AWS orders it. */
    public static final FlowFormat DEFAULT = ofFields(List.of(
            FlowField.VERSION,
            FlowField.ACCOUNT_ID,
            FlowField.INTERFACE_ID,
            FlowField.SRCADDR,
            FlowField.DSTADDR,
            FlowField.SRCPORT,
            FlowField.DSTPORT,
            FlowField.PROTOCOL,
            FlowField.PACKETS,
            FlowField.BYTES,
            FlowField.START,
            FlowField.END,
            FlowField.ACTION,
            FlowField.LOG_STATUS));

    /** As it stands in a header ({@code log-status}), in a Parquet schema or in the format of a flow log. */
    private static final Pattern NAME = Pattern.compile("(?:\\$\\{)?([a-z][a-z0-9_-]*)}?");

    private static final Pattern GAP = Pattern.compile("[ \\t]+");

    public FlowFormat {
        columns = List.copyOf(columns);
    }

    public static FlowFormat ofFields(List<FlowField> fields) {
        return new FlowFormat(fields.stream().map(FlowField::fieldName).toList());
    }

    /**
     * Reads a format as it is given to AWS, {@code ${version} ${account-id} …}, or as a header shows it.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static FlowFormat parse(String format) {
        return ofHeader(format)
                .orElseThrow(() -> new IllegalArgumentException(
                        "A flow log format is written like '${version} ${start} ${end} ${bytes}', not '" + format
                                + "'"));
    }

    /** The columns that a line names; empty when the line is no header: half its names must be known ones. */
    public static Optional<FlowFormat> ofHeader(String line) {
        List<String> columns =
                GAP.splitAsStream(line.strip()).map(FlowFormat::columnName).toList();
        long known = columns.stream()
                .filter(name -> FlowField.named(name).isPresent())
                .count();
        boolean header = !columns.contains("") && known * 2 >= columns.size();
        return header ? Optional.of(new FlowFormat(columns)) : Optional.empty();
    }

    private static String columnName(String token) {
        Matcher name = NAME.matcher(token);
        return name.matches() ? name.group(1).replace('_', '-') : "";
    }

    /** The index of a column, -1 when the format lacks it. */
    public int indexOf(FlowField field) {
        return columns.indexOf(field.fieldName());
    }

    public boolean has(FlowField field) {
        return indexOf(field) >= 0;
    }

    /** As a header line. */
    @Override
    public String toString() {
        return String.join(" ", columns);
    }
}
