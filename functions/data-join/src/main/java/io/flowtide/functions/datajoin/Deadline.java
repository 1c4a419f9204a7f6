package io.flowtide.functions.datajoin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When an invocation should come to its end. What is left then is done by the next one.
 *
 * @param end from then on nothing new is begun
 */
record Deadline(Instant end, Clock clock) {

    private static final Duration MARGIN = Duration.ofSeconds(20);
    private static final Duration WHEN_UNKNOWN = Duration.ofMinutes(1);

    /** @param remaining what Lambda says is left; nothing when it does not say */
    static Deadline in(Duration remaining, Clock clock) {
        Duration left = remaining.isNegative() || remaining.isZero() ? WHEN_UNKNOWN : remaining;
        Duration half = left.dividedBy(2);
        Duration margin = half.compareTo(MARGIN) < 0 ? half : MARGIN;
        return new Deadline(clock.instant().plus(left).minus(margin), clock);
    }

    boolean isPast() {
        return !clock.instant().isBefore(end);
    }
}
