package io.flowtide.cli;

/** Text as a field of CSV (RFC 4180). */
final class CsvText {

    private CsvText() {}

    /** In quotes when it would be taken apart otherwise. */
    static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
