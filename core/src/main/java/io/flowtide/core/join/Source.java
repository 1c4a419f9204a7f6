package io.flowtide.core.join;

import io.flowtide.core.series.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a source, an ingest prefix. Both times only ever grow, whatever the order of arrivals.
 *
 * @param name the short hash of the prefix
 * @param watermark the end of the latest slot that it sent a part of
 * @param lastFresh when the last part arrived that was not older than the greatest age of an alert; empty when it only
 *     ever sent history
 */
public record Source(String name, Instant watermark, Optional<Instant> lastFresh) {

    /** A source that sends its first part. */
    public static Source first(String name, Slot slot, Instant arrival, ClosingRules rules) {
        return new Source(name, reached(slot, arrival), fresh(slot, arrival, rules));
    }

    /** What is known after a part of {@code slot} arrived. */
    public Source after(Slot slot, Instant arrival, ClosingRules rules) {
        return new Source(
                name, later(watermark, reached(slot, arrival)), later(lastFresh, fresh(slot, arrival, rules)));
    }

    /** No event is later than its arrival: a sender whose clock is ahead must not close slots that are still to come. */
    private static Instant reached(Slot slot, Instant arrival) {
        return slot.end().isBefore(arrival) ? slot.end() : arrival;
    }

    private static Optional<Instant> fresh(Slot slot, Instant arrival, ClosingRules rules) {
        boolean fresh = Duration.between(slot.end(), arrival).compareTo(rules.alertMaxAge()) <= 0;
        return fresh ? Optional.of(arrival) : Optional.empty();
    }

    private static Instant later(Instant left, Instant right) {
        return left.isBefore(right) ? right : left;
    }

    private static Optional<Instant> later(Optional<Instant> left, Optional<Instant> right) {
        return left.isPresent() && right.isPresent()
                ? Optional.of(later(left.get(), right.get()))
                : left.or(() -> right);
    }

    /** Whether it sends what happens now. A source that fell silent for longer than an alert may be old is given up. */
    public boolean isLive(Instant now, ClosingRules rules) {
        return lastFresh
                .filter(last -> Duration.between(last, now).compareTo(rules.alertMaxAge()) <= 0)
                .isPresent();
    }

    /** Its watermark; when it is live and has been quiet for the expected delay, the clock: silence is data. */
    public Instant watermark(Instant now, ClosingRules rules) {
        boolean quiet = lastFresh
                .filter(last -> Duration.between(last, now).compareTo(rules.expectedDelay()) >= 0)
                .isPresent();
        return isLive(now, rules) && quiet ? later(watermark, now) : watermark;
    }
}
