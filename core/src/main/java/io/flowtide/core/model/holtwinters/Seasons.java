package io.flowtide.core.model.holtwinters;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Which seasons a series is taken to have. */
public enum Seasons {
    /** A day. */
    DAY(Duration.ofDays(1)),
    /** A week. */
    WEEK(Duration.ofDays(7)),
    /** Both at once. */
    DAY_AND_WEEK(Duration.ofDays(1), Duration.ofDays(7));

    private final List<Duration> periods;

    Seasons(Duration... periods) {
        this.periods = List.of(periods);
    }

    /** The longest of them. */
    Duration longest() {
        return periods.get(periods.size() - 1);
    }

    /**
     * How many buckets each has, ascending.
     *
     * @throws IllegalArgumentException when a season is not at least two buckets, and a whole number of them
     */
    int[] lengths(Duration width) {
        for (Duration period : periods) {
            boolean whole = period.toSeconds() % width.toSeconds() == 0;
            if (!whole || period.toSeconds() < 2 * width.toSeconds()) {
                throw new IllegalArgumentException("Holt-Winters with a season of " + period.toDays()
                        + (period.toDays() == 1 ? " day" : " days") + " needs buckets that divide it, not of " + width);
            }
        }
        return Arrays.stream(periods.toArray(Duration[]::new))
                .mapToInt(period -> Math.toIntExact(period.dividedBy(width)))
                .toArray();
    }
}
