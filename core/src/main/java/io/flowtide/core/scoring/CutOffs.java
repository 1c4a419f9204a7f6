package io.flowtide.core.scoring;

import io.flowtide.core.model.Detectors;
import io.flowtide.core.model.Moments;
import io.flowtide.core.model.ScoreLevels;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * Reads cut-offs as they stand in the configuration:
 *
 * <ul>
 *   <li>{@code default}: the detector's own levels
 *   <li>{@code batch[:k]}: mean + k·std over all scores before this one
 *   <li>{@code daily[:k]}: the same over the scores of the local day so far; while the day has fewer than a dozen, over
 *       those of the day before
 *   <li>{@code rolling[:k[:n]]}: the same over the last n scores
 *   <li>{@code fixed:x[,y[,z]]}: low severity from x, medium from y (1.5 x), high from z (2 x)
 * </ul>
 *
 * k is 3 and n is 288 (a day of 5 minutes) unless given.
 */
public final class CutOffs {

    /** The cut-off that nobody has to choose. */
    public static final String DEFAULT = "default";

    private static final double DEVIATIONS = 3;
    private static final int WINDOW = 288;
    private static final int LARGEST_WINDOW = 100_000;

    private CutOffs() {}

    /** As {@link #parse(String, String, ZoneId)}, with days in UTC. */
    public static CutOff parse(String spec, String detector) {
        return parse(spec, detector, ZoneOffset.UTC);
    }

    /**
     * @param spec the cut-off, as above
     * @param detector the name of the detector whose scores will come
     * @param zone whose days {@code daily} goes by
     * @throws IllegalArgumentException when the spec is none of these; the message says what is wrong with it
     */
    public static CutOff parse(String spec, String detector, ZoneId zone) {
        return parse(spec, detector, zone, new Moments());
    }

    /** Whether the cut-off goes by all scores that ever were: then it needs those from before the window. */
    public static boolean remembers(String spec) {
        return spec.strip().startsWith("batch");
    }

    /**
     * As above, for scores that follow others.
     *
     * @param earlier of the scores before the window; only {@code batch} goes by them
     */
    public static CutOff parse(String spec, String detector, ZoneId zone, Moments earlier) {
        List<String> parts = List.of(spec.strip().split(":", -1));
        List<String> arguments = parts.subList(1, parts.size());
        return switch (parts.get(0)) {
            case "default" -> new FixedCutOff(own(spec, detector, arguments));
            case "batch" -> new DeviationCutOff(deviations(spec, arguments, 1), new AllScores(earlier));
            case "daily" -> new DeviationCutOff(deviations(spec, arguments, 1), new DailyScores(zone));
            case "rolling" ->
                new DeviationCutOff(deviations(spec, arguments, 2), new RollingScores(window(spec, arguments)));
            case "fixed" -> new FixedCutOff(levels(spec, arguments));
            default -> throw wrong(spec, "there is no cut-off '" + parts.get(0) + "'");
        };
    }

    private static ScoreLevels own(String spec, String detector, List<String> arguments) {
        atMost(0, spec, arguments);
        return Detectors.levels(detector);
    }

    private static double deviations(String spec, List<String> arguments, int most) {
        atMost(most, spec, arguments);
        double deviations = arguments.isEmpty() ? DEVIATIONS : number(spec, arguments.get(0));
        if (deviations <= 0) {
            throw wrong(spec, "the number of deviations must be positive");
        }
        return deviations;
    }

    private static int window(String spec, List<String> arguments) {
        double window = arguments.size() < 2 ? WINDOW : number(spec, arguments.get(1));
        if (window < 2 || window > LARGEST_WINDOW || window != Math.rint(window)) {
            throw wrong(spec, "the number of scores must be a whole one from 2 to " + LARGEST_WINDOW);
        }
        return (int) window;
    }

    private static ScoreLevels levels(String spec, List<String> arguments) {
        atMost(1, spec, arguments);
        if (arguments.isEmpty()) {
            throw wrong(spec, "it lacks the score, as in fixed:3");
        }
        double[] scores = Arrays.stream(arguments.get(0).split(",", -1))
                .mapToDouble(text -> number(spec, text))
                .toArray();
        if (scores.length > 3) {
            throw wrong(spec, "there are three severities");
        }
        ScoreLevels from = ScoreLevels.from(scores[0]);
        double medium = scores.length > 1 ? scores[1] : from.medium();
        double high = scores.length > 2 ? scores[2] : Math.max(medium, from.high());
        if (!(scores[0] <= medium && medium <= high)) {
            throw wrong(spec, "the scores must ascend");
        }
        return new ScoreLevels(scores[0], medium, high);
    }

    private static double number(String spec, String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            throw wrong(spec, "'" + text + "' is no number");
        }
        throw wrong(spec, "'" + text + "' is not finite");
    }

    private static void atMost(int most, String spec, List<String> arguments) {
        if (arguments.size() > most) {
            throw wrong(spec, "it has more after the colon than it takes");
        }
    }

    private static IllegalArgumentException wrong(String spec, String what) {
        return new IllegalArgumentException("The cut-off '" + spec + "' can't be used: " + what
                + ". Cut-offs are default, batch[:k], daily[:k], rolling[:k[:n]] and fixed:x[,y[,z]]");
    }
}
