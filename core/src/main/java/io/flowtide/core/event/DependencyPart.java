package io.flowtide.core.event;

import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Who talked to whom by one object, in one hour: {@code lake/dependency-parts/hour=<hour>/…}. The sum of all parts of an
 * hour is its {@link DependencyTable}.
 *
 * @param schema {@value Documents#SCHEMA}
 * @param object the object that was read
 * @param hour the start of the hour; a record belongs to the hour of its start
 * @param pairs by source and destination
 */
public record DependencyPart(int schema, ObjectVersion object, Instant hour, List<DependencyRow> pairs)
        implements Document {

    public DependencyPart {
        pairs = List.copyOf(pairs);
    }

    public DependencyPart(ObjectVersion object, Instant hour, SortedMap<Pair, Traffic> pairs) {
        this(Documents.SCHEMA, object, hour, DependencyRow.of(pairs));
    }

    public SortedMap<Pair, Traffic> traffic() {
        return DependencyRow.pairs(pairs);
    }
}
