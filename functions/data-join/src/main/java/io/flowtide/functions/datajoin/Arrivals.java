package io.flowtide.functions.datajoin;

import io.flowtide.aws.ClosingTable;
import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.PendingParts;
import io.flowtide.core.join.ClosingRules;
import io.flowtide.core.join.PartName;
import io.flowtide.core.join.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes note of a part that arrived: that it is pending, and how far its source is. */
final class Arrivals {

    /** Freshness is no matter of seconds: not every part of a flood needs to be noted. */
    private static final Duration FRESH_ENOUGH = Duration.ofSeconds(10);

    private final ClosingTable table;
    private final PendingParts pending;
    private final ClosingRules rules;

    Arrivals(ClosingTable table, PendingParts pending, ClosingRules rules) {
        this.table = table;
        this.pending = pending;
        this.rules = rules;
    }

    /**
     * The mark before the watermark: whoever sees the watermark sees the part.
     *
     * @return how far everything is now
     */
    ClosingTable.State arrived(PartName part, CreatedObject object) {
        pending.mark(part);
        Instant arrival = object.eventTime();
        ClosingTable.State state = table.load();
        Optional<Source> before = state.source(part.source());
        Source after = before.map(source -> source.after(part.slot(), arrival, rules))
                .orElseGet(() -> Source.first(part.source(), part.slot(), arrival, rules));
        if (before.isEmpty() || after.watermark().isAfter(before.get().watermark())) {
            table.raiseWatermark(after);
        }
        if (isFresher(before.flatMap(Source::lastFresh), after.lastFresh())) {
            table.raiseLastFresh(after);
        }
        return state.with(after);
    }

    private static boolean isFresher(Optional<Instant> before, Optional<Instant> after) {
        return after.filter(time ->
                        before.isEmpty() || before.get().plus(FRESH_ENOUGH).isBefore(time))
                .isPresent();
    }
}
