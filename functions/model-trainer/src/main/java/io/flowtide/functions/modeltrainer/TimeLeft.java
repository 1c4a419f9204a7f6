package io.flowtide.functions.modeltrainer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How much time the invocation has. */
@FunctionalInterface
interface TimeLeft {

    Duration WHEN_UNKNOWN = Duration.ofMinutes(2);

    long millis();

    /** @param remaining milliseconds, as Lambda says; nothing when it does not say */
    static TimeLeft of(long remaining, Clock clock) {
        Instant end = clock.instant().plus(remaining > 0 ? Duration.ofMillis(remaining) : WHEN_UNKNOWN);
        return () -> Duration.between(clock.instant(), end).toMillis();
    }
}
