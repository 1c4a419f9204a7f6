package io.flowtide.sagemaker;

import java.time.Duration;

/**
 * How endpoints are called.
 *
 * @param attempt after how long one attempt is given up
 * @param call after how long a call with all its attempts and pauses is given up
 * @param attempts how often a call is tried, at least once
 * @param pause the longest pause before the second attempt; it doubles with each, and a random part of it is taken
 * @param payload how many bytes a request may have; SageMaker takes 6 MB
 */
public record CallSettings(Duration attempt, Duration call, int attempts, Duration pause, int payload) {

    public static final CallSettings DEFAULT =
            new CallSettings(Duration.ofSeconds(5), Duration.ofSeconds(20), 4, Duration.ofMillis(200), 6_000_000);

    public CallSettings {
        if (attempts < 1
                || payload < 1_000
                || attempt.isNegative()
                || attempt.isZero()
                || call.compareTo(attempt) < 0) {
            throw new IllegalArgumentException("A call has at least one attempt, a payload of at least 1000 bytes, and"
                    + " as much time as an attempt, but they are " + attempts + ", " + payload + ", " + call + " and "
                    + attempt);
        }
    }
}
