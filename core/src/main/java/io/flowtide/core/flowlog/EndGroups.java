package io.flowtide.core.flowlog;

import io.flowtide.core.dependency.DependencyCounts;
import io.flowtide.core.flowlog.EndDimension.Side;
import java.util.List;
import java.util.Optional;

/** What is counted by the ends of the records of one format: their groups, and who talks to whom. */
final class EndGroups {

    private final RecordEnds ends;
    private final EndColumns columns;
    private final ByEnd[] dimensions;
    private final int actionColumn;
    private final Optional<DependencyCounts> dependencies;
    private final Optional<EndValues> services;

    /** A tracked dimension, made ready. */
    private record ByEnd(EndValues values, Side side, ValueTable table) {}

    /** @param tracked of all dimensions those that the format has */
    EndGroups(RecordEnds ends, List<TrackedDimensions.Tracked> tracked, EndColumns.Places places, ColumnFinder finder) {
        this.ends = ends;
        this.columns = new EndColumns(places, finder);
        this.dimensions = tracked.stream()
                .filter(dimension -> dimension.dimension() instanceof EndDimension)
                .map(dimension -> byEnd((EndDimension) dimension.dimension(), dimension.table()))
                .toArray(ByEnd[]::new);
        this.actionColumn = places.of(FlowField.ACTION);
        this.dependencies = ends.dependencies();
        this.services = ends.values(EndDimension.Facet.SERVICE);
    }

    private ByEnd byEnd(EndDimension dimension, ValueTable table) {
        return new ByEnd(ends.values(dimension.facet()).orElseThrow(), dimension.side(), table);
    }

    int size() {
        return dimensions.length;
    }

    /** Finds the groups of the record at hand and puts them into {@code groups} from {@code at} on. */
    void find(byte[] line, int[] groups, int at) {
        ends.locate(line, columns);
        for (int i = 0; i < dimensions.length; i++) {
            ByEnd dimension = dimensions[i];
            Label label = dimension.values.label(dimension.side);
            groups[at + i] = dimension.table.group(label.bytes, 0, label.length);
        }
    }

    /** Counts the record whose groups were found last, if it is to be counted who talks to whom. */
    void count(byte[] line, long start, long end, long bytes) {
        if (dependencies.isPresent()) {
            byte action = actionColumn == EndColumns.ABSENT ? 0 : line[columns.from[actionColumn]];
            EndValues values = services.get();
            dependencies.get().add(start, end, values.source, values.destination, bytes, action);
        }
    }
}
