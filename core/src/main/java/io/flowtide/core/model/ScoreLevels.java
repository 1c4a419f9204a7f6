package io.flowtide.core.model;

/**
 * Where the scores of a detector begin to be of each severity; a score below {@code low} is no anomaly.
 *
 * @param low where an anomaly begins
 * @param medium at least {@code low}
 * @param high at least {@code medium}
 */
public record ScoreLevels(double low, double medium, double high) {

    public ScoreLevels {
        if (!(low <= medium && medium <= high)) {
            throw new IllegalArgumentException(
                    "The levels of a score must ascend, but these are " + low + ", " + medium + ", " + high);
        }
    }

    /** Levels of which only the first is given: the others lie half and once that much above it. */
    public static ScoreLevels from(double low) {
        return new ScoreLevels(low, low + Math.abs(low) / 2, low + Math.abs(low));
    }
}
