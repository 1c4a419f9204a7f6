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
     * What SNS and S3 may do and seldom do: one message in five late, one in eight twice, and so some out of order.
     *
     * @param seed the same seed gives the same sequence of mischief
     * @param longest nothing is later than this
     */
    static Delivery chaotic(long seed, Duration longest) {
        Random random = new Random(seed);
        return () -> {
            synchronized (random) {
                Duration first = random.nextInt(5) == 0 ? upTo(longest, random) : Duration.ZERO;
                return random.nextInt(8) == 0 ? List.of(first, upTo(longest, random)) : List.of(first);
            }
        };
    }

    /** Everything twice and everything late, so that hardly anything keeps its order. */
    static Delivery doubled(long seed, Duration longest) {
        Random random = new Random(seed);
        return () -> {
            synchronized (random) {
                return List.of(upTo(longest, random), upTo(longest, random));
            }
        };
    }

    private static Duration upTo(Duration longest, Random random) {
        return Duration.ofMillis(1 + random.nextInt(Math.toIntExact(longest.toMillis())));
    }
}
