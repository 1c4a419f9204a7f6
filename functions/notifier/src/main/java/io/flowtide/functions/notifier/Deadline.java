package io.flowtide.functions.notifier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Until when something may be tried.
 *
 * @param end the moment
 * @param clock the time now
 */
record Deadline(Instant end, Clock clock) {

    static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock.instant().plus(time), clock);
    }

    /** What is left, never negative. */
    Duration remaining() {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    boolean allows(Duration time) {
        return time.compareTo(remaining()) < 0;
    }

    /** An earlier deadline: a share of what is left, and no more than {@code most}. */
    Deadline share(int shares, Duration most) {
        Duration part = remaining().dividedBy(shares);
        return in(part.compareTo(most) < 0 ? part : most, clock);
    }
}
