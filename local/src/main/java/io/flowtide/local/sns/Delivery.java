package io.flowtide.local.sns;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** How often, and how late, a message reaches a subscriber. */
@FunctionalInterface
public interface Delivery {

    /** One delay for each time that the next message is delivered; at least one. */
    List<Duration> next();

    /** Once and at once. */
    static Delivery orderly() {
        return () -> List.of(Duration.ZERO);
    }

    /**
     * What SNS and S3 may do and seldom do: some messages twice, some late, and so some out of order.
     *
     * @param seed the same seed gives the same sequence of mischief
     */
    static Delivery chaotic(long seed) {
        Random random = new Random(seed);
        return () -> {
            synchronized (random) {
                Duration first = random.nextInt(5) == 0 ? upTo(2_000, random) : Duration.ZERO;
                return random.nextInt(8) == 0 ? List.of(first, upTo(3_000, random)) : List.of(first);
            }
        };
    }

    private static Duration upTo(int milliseconds, Random random) {
        return Duration.ofMillis(random.nextInt(milliseconds));
    }
}
