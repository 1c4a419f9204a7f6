package io.flowtide.core.dependency;

import java.time.Instant;

/**
 * A pair that was seen before.
 *
 * @param first the start of the first record ever seen
 * @param noticed the start of the first record by which it was noticed; names what is told of it
 * @param toTell whether people are still to be told of it
 */
public record KnownPair(Instant first, Instant noticed, boolean toTell) {

    /** One that nobody is told of. */
    public static KnownPair learned(Instant first) {
        return new KnownPair(first, first, false);
    }
}
