package io.flowtide.core.model;

import io.flowtide.core.series.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The choices of a random cut forest, as text {@code shingle=8,trees=50,samples=256,decay=0.0004,learn=14d}, of which any
 * may be left out; {@code kinesis} before them takes the others from the Kinesis Analytics application of the original.
 *
 * @param inputs what a point is made of
 * @param shingle how many buckets in a row make a point
 * @param trees the number of trees
 * @param samples the number of points in each tree
 * @param timeDecay how fast points are forgotten; absent for {@code 1 / (10 * samples)}
 * @param learning how long the forest learns, from the first bucket on; absent for ever
 */
record RcfOptions(
        RcfInputs inputs, int shingle, int trees, int samples, OptionalDouble timeDecay, Optional<Duration> learning) {

    static final RcfOptions DEFAULT =
            new RcfOptions(RcfInputs.VALUE, 4, 50, 256, OptionalDouble.empty(), Optional.empty());
    /** Inputs minute of the day, weekday and count; no shingle; a sample of 256 for each of 100 trees. */
    static final RcfOptions KINESIS =
            new RcfOptions(RcfInputs.MINUTE_WEEKDAY_VALUE, 1, 100, 256, OptionalDouble.empty(), Optional.empty());

    private static final String PRESET = "kinesis";
    private static final int MOST_SHINGLE = 64;
    private static final int MOST_TREES = 500;
    private static final int MOST_SAMPLES = 4096;

    /**
     * @param text as above; empty for the default
     * @throws IllegalArgumentException when it is not; the message says what is wrong
     */
    static RcfOptions parse(String text) {
        RcfOptions options = DEFAULT;
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            options = part.equals(PRESET) && options == DEFAULT ? KINESIS : options.with(part);
        }
        return options;
    }

    private RcfOptions with(String part) {
        String[] pair = part.split("=", 2);
        if (pair.length < 2) {
            throw wrong(part, "there is no such option");
        }
        return switch (pair[0]) {
            case "shingle" -> new RcfOptions(inputs, whole(pair, 1, MOST_SHINGLE), trees, samples, timeDecay, learning);
            case "trees" -> new RcfOptions(inputs, shingle, whole(pair, 1, MOST_TREES), samples, timeDecay, learning);
            case "samples" -> new RcfOptions(inputs, shingle, trees, whole(pair, 2, MOST_SAMPLES), timeDecay, learning);
            case "decay" -> new RcfOptions(inputs, shingle, trees, samples, OptionalDouble.of(decay(pair)), learning);
            case "learn" -> new RcfOptions(inputs, shingle, trees, samples, timeDecay, Optional.of(duration(pair)));
            default -> throw wrong(part, "there is no such option");
        };
    }

    private static int whole(String[] pair, int least, int most) {
        if (!pair[1].matches("\\d{1,6}") || Integer.parseInt(pair[1]) < least || Integer.parseInt(pair[1]) > most) {
            throw wrong(String.join("=", pair), "it takes a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(pair[1]);
    }

    private static double decay(String[] pair) {
        try {
            double decay = Double.parseDouble(pair[1]);
            if (decay >= 0 && decay < 1) {
                return decay;
            }
        } catch (NumberFormatException malformed) {
            throw wrong(String.join("=", pair), "'" + pair[1] + "' is no number");
        }
        throw wrong(String.join("=", pair), "it takes a number from 0 to below 1");
    }

    private static Duration duration(String[] pair) {
        try {
            return Durations.parse(pair[1]);
        } catch (IllegalArgumentException malformed) {
            throw wrong(String.join("=", pair), malformed.getMessage());
        }
    }

    private static IllegalArgumentException wrong(String part, String what) {
        return new IllegalArgumentException("The option '" + part + "' of the detector rcf can't be used: " + what
                + ". Options are shingle=N, trees=N, samples=N, decay=X, learn=DURATION, and kinesis before them");
    }

    /** The length of a point. */
    int dimensions() {
        return shingle * inputs.names().size();
    }

    /** All choices, as {@link #parse} reads them. */
    String text() {
        String preset = inputs == RcfInputs.VALUE ? "" : PRESET + ",";
        String decay = timeDecay.isPresent() ? ",decay=" + timeDecay.getAsDouble() : "";
        String learn = learning.map(time -> ",learn=" + Durations.format(time)).orElse("");
        return preset + "shingle=" + shingle + ",trees=" + trees + ",samples=" + samples + decay + learn;
    }
}
