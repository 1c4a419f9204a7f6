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

    /** The mark before the watermark: whoever sees the watermark sees the part. */
    void arrived(PartName part, CreatedObject object) {
        pending.mark(part);
        Instant arrival = object.eventTime();
        Optional<Source> before = table.load().source(part.source());
        Source after = before.map(source -> source.after(part.slot(), arrival, rules))
                .orElseGet(() -> Source.first(part.source(), part.slot(), arrival, rules));
        if (before.isEmpty() || isNews(before.get(), after)) {
            table.advance(after);
        }
    }

    private static boolean isNews(Source before, Source after) {
        return after.watermark().isAfter(before.watermark()) || isFresher(before.lastFresh(), after.lastFresh());
    }

    private static boolean isFresher(Optional<Instant> before, Optional<Instant> after) {
        return after.filter(time ->
                        before.isEmpty() || before.get().plus(FRESH_ENOUGH).isBefore(time))
                .isPresent();
    }
}
