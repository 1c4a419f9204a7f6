package io.flowtide.local.lambda;

import java.time.Duration;
import java.util.List;

/**
 * How long Lambda waits before it tries a failed event again.
 *
 * @param delays before the second attempt, the third, …; the last one counts for all that follow
 */
public record RetryPolicy(List<Duration> delays) {

    /** As AWS does it: a minute, then two. */
    public static final RetryPolicy AWS = new RetryPolicy(List.of(Duration.ofMinutes(1), Duration.ofMinutes(2)));

    /** For people who watch. */
    public static final RetryPolicy QUICK = new RetryPolicy(List.of(Duration.ofSeconds(1), Duration.ofSeconds(3)));

    Duration before(int attempt) {
        return delays.get(Math.min(attempt - 2, delays.size() - 1));
    }
}
