package io.flowtide.functions.datajoin;

import io.flowtide.aws.EmbeddedMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Counts what an invocation does, and tells it once at its end: in the log, and to CloudWatch as numbers. */
final class Tally {

    /** What is counted. */
    enum Count {
        PARTS,
        LATE_PARTS,
        UNREADABLE_PARTS,
        MISSING_PARTS,
        CLOSED_SLOTS,
        WINDOWS,
        UPLOADS,
        NEW_PAIRS
    }

    private static final Logger LOG = Logger.getLogger(Tally.class);
    private static final Map<Count, String> NAMES = Map.of(
            Count.PARTS, "parts",
            Count.LATE_PARTS, "lateParts",
            Count.UNREADABLE_PARTS, "unreadableParts",
            Count.MISSING_PARTS, "missingParts",
            Count.CLOSED_SLOTS, "closedSlots",
            Count.WINDOWS, "windows",
            Count.UPLOADS, "uploads",
            Count.NEW_PAIRS, "newPairs");

    private final Map<Count, Long> counts = new TreeMap<>();
    private Optional<Duration> lag = Optional.empty();

    synchronized void add(Count count, long more) {
        if (more > 0) {
            counts.merge(count, more, Long::sum);
        }
    }

    /** @param lag from the end of a slot to its closing */
    synchronized void closed(Duration lag) {
        this.lag = Optional.of(lag);
    }

    synchronized long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    /** Nothing happened: nothing is told. */
    synchronized void tell(Clock clock) {
        if (counts.isEmpty()) {
            return;
        }
        EmbeddedMetrics metrics = new EmbeddedMetrics("data-join", clock.instant());
        counts.forEach((count, number) -> metrics.count(NAMES.get(count), number));
        lag.ifPresent(time -> metrics.seconds("lag", time));
        metrics.print();
        LOG.infof("Done: %s", counts);
    }
}
