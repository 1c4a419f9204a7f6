package io.flowtide.core.join;

import io.flowtide.core.join.Frontier.Ripening;
import io.flowtide.core.series.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Decides which slots may close.
 *
 * <p>Normally a slot closes when the watermark has passed its end by the allowed lateness. While catching up (the oldest
 * open slot is so old that its parts are long overdue: a backfill, or the queue after an outage) event time runs faster
 * than the clock, and stragglers are near behind. Then what the watermark lets close only closes after it has settled.
 */
public final class Closing {

    private final ClosingRules rules;

    public Closing(ClosingRules rules) {
        this.rules = rules;
    }

    public ClosingRules rules() {
        return rules;
    }

    public ClosingStep next(Frontier frontier, Collection<Source> sources, Instant now) {
        Optional<Slot> bound = Watermarks.of(sources, now, rules)
                .map(watermark -> lastEndedBy(watermark.minus(rules.allowedLateness())))
                .filter(slot -> !frontier.isClosed(slot));
        if (bound.isEmpty()) {
            return new ClosingStep.Wait();
        }
        return isCatchingUp(frontier, now) ? settled(frontier, bound.get(), now) : new ClosingStep.Close(bound.get());
    }

    private boolean isCatchingUp(Frontier frontier, Instant now) {
        Duration onTime = rules.allowedLateness().plus(rules.expectedDelay()).plus(Slot.WIDTH);
        return frontier.closed()
                .filter(last -> Duration.between(last.end(), now).compareTo(onTime) <= 0)
                .isEmpty();
    }

    private ClosingStep settled(Frontier frontier, Slot bound, Instant now) {
        Optional<Ripening> ripening = frontier.ripening().filter(ripe -> !frontier.isClosed(ripe.upTo()));
        if (ripening.isEmpty()) {
            return rules.settle().isZero() ? new ClosingStep.Close(bound) : new ClosingStep.Ripen(bound);
        }
        if (Duration.between(ripening.get().since(), now).compareTo(rules.settle()) < 0) {
            return new ClosingStep.Wait();
        }
        return new ClosingStep.Close(ripening.get().upTo());
    }

    private static Slot lastEndedBy(Instant time) {
        return Slot.holding(time).minus(1);
    }
}
