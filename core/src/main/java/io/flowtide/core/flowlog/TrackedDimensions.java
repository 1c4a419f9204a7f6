package io.flowtide.core.flowlog;

import io.flowtide.core.series.MinuteCounts;
import io.flowtide.core.series.SeriesId;
import java.util.List;

/** The dimensions of a file that get series of their own, and the bound on how many series that are in all. */
final class TrackedDimensions {

    private final Tally tally;
    private final IngestOptions options;
    private final List<Tracked> dimensions;

    /**
     * @param name as it stands in the series: {@code interface}
     * @param dimension where its values come from
     * @param table its values and their groups
     */
    record Tracked(String name, Dimension dimension, ValueTable table) {}

    TrackedDimensions(Tally tally, IngestOptions options) {
        this.tally = tally;
        this.options = options;
        // Twice as many are told apart while counting as are kept at the end, so that the sketch has room to be right.
        int capacity = Math.max(2, 2 * groups());
        this.dimensions = options.dimensions().stream()
                .filter(name -> options.isAvailable(Dimension.named(name)))
                .map(name -> new Tracked(name, Dimension.named(name), new ValueTable(tally, capacity)))
                .toList();
    }

    private int groups() {
        return options.maxSeries() / options.metrics().size();
    }

    /** Those that the format has. */
    List<Tracked> in(FlowFormat format) {
        return dimensions.stream()
                .filter(tracked -> tracked.dimension.isIn(format))
                .toList();
    }

    /** Those that follow from the ends of a record. */
    List<EndDimension> ofEnds() {
        return dimensions.stream()
                .map(Tracked::dimension)
                .filter(EndDimension.class::isInstance)
                .map(EndDimension.class::cast)
                .toList();
    }

    /** Everything that was counted, by series. */
    MinuteCounts finish() {
        MinuteCounts counts = new MinuteCounts();
        tally.drain(Tally.ALL, SeriesId.ALL, options.metrics(), counts);
        int[] shares = FairShares.of(
                groups() - 1 - dimensions.size(),
                dimensions.stream()
                        .mapToInt(dimension -> dimension.table.size())
                        .toArray());
        for (int i = 0; i < shares.length; i++) {
            String name = dimensions.get(i).name;
            dimensions
                    .get(i)
                    .table
                    .finish(
                            shares[i],
                            (group, value) -> tally.drain(group, name + "=" + value, options.metrics(), counts));
        }
        return counts;
    }
}
