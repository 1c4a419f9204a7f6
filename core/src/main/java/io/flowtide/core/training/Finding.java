package io.flowtide.core.training;

import java.time.Instant;

/**
 * A stretch of a history that is not learned from as it is.
 *
 * @param reason why
 * @param from its first bucket
 * @param to its end, exclusive
 * @param factor by which its values are divided before they are learned from; 1 where nothing is scaled. Only a
 *     {@link Reason#RESCALED} stretch is used at all
 * @param why what was measured, in a sentence
 */
public record Finding(Reason reason, Instant from, Instant to, double factor, String why) {

    static Finding excluded(Reason reason, Instant from, Instant to, String why) {
        return new Finding(reason, from, to, 1, why);
    }
}
