package io.flowtide.core.event;

import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Who talked to whom in one hour: {@code lake/dependencies/hour=<hour>.json}. Grows while the hour goes on and when records
 * come late.
 *
 * @param schema {@value Documents#SCHEMA}
 * @param hour the start of the hour; a record belongs to the hour of its start
 * @param parts how many objects are in it
 * @param pairs by source and destination
 */
public record DependencyTable(int schema, Instant hour, int parts, List<DependencyRow> pairs) implements Document {

    public DependencyTable {
        pairs = List.copyOf(pairs);
    }

    public DependencyTable(Instant hour, int parts, SortedMap<Pair, Traffic> pairs) {
        this(Documents.SCHEMA, hour, parts, DependencyRow.of(pairs));
    }

    public SortedMap<Pair, Traffic> traffic() {
        return DependencyRow.pairs(pairs);
    }
}
