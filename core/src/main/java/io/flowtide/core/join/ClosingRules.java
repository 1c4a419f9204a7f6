package io.flowtide.core.join;

import java.time.Duration;

/**
 * When slots close.
 *
 * @param allowedLateness how far the watermark must have passed the end of a slot
 * @param expectedDelay after how long without an arrival a live source is silent, and its watermark follows the clock
 * @param alertMaxAge how old data may be to be told to people; older is history. A silence that is longer is a gap
 * @param settle how long to wait for stragglers while catching up: as then event time runs faster than the clock, the
 *     allowed lateness is no time at all
 */
public record ClosingRules(Duration allowedLateness, Duration expectedDelay, Duration alertMaxAge, Duration settle) {

    public ClosingRules {
        if (allowedLateness.isNegative() || expectedDelay.isNegative() || settle.isNegative()) {
            throw new IllegalArgumentException("Lateness " + allowedLateness + ", delay " + expectedDelay
                    + " and settling " + settle + " must not be negative");
        }
        if (alertMaxAge.compareTo(expectedDelay) <= 0) {
            throw new IllegalArgumentException(
                    "The greatest age of an alert, " + alertMaxAge + ", must be longer than the expected delay, "
                            + expectedDelay + ": otherwise nothing is ever told");
        }
    }

    /** What the configuration says by default. */
    public static ClosingRules defaults() {
        return new ClosingRules(
                Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofMinutes(2));
    }
}
