package io.flowtide.core.csv;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which column holds what.
 *
 * @param time the index of the column with the times
 * @param value the index of the column with the values
 * @param series the index of the column with the series' names, for files that hold several
 */
record Columns(int time, int value, OptionalInt series) {

    private static final Set<String> TIME =
            Set.of("timestamp", "time", "date", "datetime", "ts", "ds", "bucket_start", "start");
    private static final Set<String> VALUE = Set.of("value", "y");
    private static final Set<String> SERIES = Set.of("series");

    /** Without a header: time first, value second. */
    static final Columns DEFAULT = new Columns(0, 1, OptionalInt.empty());

    /** By the names of a header; a name that is not known leaves the column where it stands without a header. */
    static Columns named(List<String> header) {
        OptionalInt series = find(header, SERIES);
        int time = find(header, TIME).orElse(0);
        int value = find(header, VALUE).orElse(firstBut(header, time, series));
        return new Columns(time, value, series);
    }

    private static int firstBut(List<String> header, int time, OptionalInt series) {
        for (int i = 0; i < header.size(); i++) {
            if (i != time && (series.isEmpty() || i != series.getAsInt())) {
                return i;
            }
        }
        return time + 1;
    }

    private static OptionalInt find(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** How many fields a row needs at least. */
    int needed() {
        return Math.max(Math.max(time, value), series.orElse(0)) + 1;
    }
}
