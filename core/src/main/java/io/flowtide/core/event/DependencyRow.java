package io.flowtide.core.event;

import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of a dependency table: what went from one service to another within an hour.
 *
 * @param source the sender's service
 * @param destination the receiver's service
 * @param records flow log records
 * @param bytes their bytes
 * @param accepted the records that were let through
 * @param rejected the records that were not
 * @param first the start of the first record
 * @param last the end of the last record
 */
public record DependencyRow(
        String source,
        String destination,
        long records,
        long bytes,
        long accepted,
        long rejected,
        Instant first,
        Instant last) {

    static List<DependencyRow> of(SortedMap<Pair, Traffic> pairs) {
        return pairs.entrySet().stream()
                .map(row -> of(row.getKey(), row.getValue()))
                .toList();
    }

    private static DependencyRow of(Pair pair, Traffic traffic) {
        return new DependencyRow(
                pair.source(),
                pair.destination(),
                traffic.records(),
                traffic.bytes(),
                traffic.accepted(),
                traffic.rejected(),
                traffic.first(),
                traffic.last());
    }

    static SortedMap<Pair, Traffic> pairs(List<DependencyRow> rows) {
        SortedMap<Pair, Traffic> pairs = new TreeMap<>();
        rows.forEach(row -> pairs.merge(new Pair(row.source, row.destination), row.traffic(), Traffic::plus));
        return pairs;
    }

    private Traffic traffic() {
        return new Traffic(records, bytes, accepted, rejected, first, last);
    }
}
