package io.flowtide.core.model.tide;

import io.flowtide.core.series.TimeSeries;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How much each member counts, by how many days ahead a forecast looks: {@code 1 / error^3} of its trials, with the error of
 * that day and the two next to it. Who is best for tomorrow need not be best for the day in a week.
 */
final class LeadWeights {

    /** From here on the weights stay as they are. */
    static final int DAYS = 7;

    private static final double SHARPNESS = 3;
    private static final double NEIGHBOUR = 0.5;
    private static final double TINY = 1e-9;
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private LeadWeights() {}

    /** Which day ahead a step lies in, 0 to {@code DAYS - 1}. */
    static int day(int step, Duration width) {
        return (int) Math.min(DAYS - 1, step * width.toSeconds() / DAY);
    }

    /**
     * @param usual the history without its unusual days, which no member could have known
     * @return a row of weights per member; those of a day sum to one
     */
    static double[][] of(List<Trials.Trial> trials, TimeSeries usual, int members) {
        double[][] weights = new double[members][];
        for (int i = 0; i < members; i++) {
            weights[i] = Arrays.stream(smoothed(errors(trials, usual, i)))
                    .map(error -> 1 / StrictMath.pow(error + TINY, SHARPNESS))
                    .toArray();
        }
        for (int day = 0; day < DAYS; day++) {
            double sum = 0;
            for (double[] row : weights) {
                sum += row[day];
            }
            for (double[] row : weights) {
                row[day] /= sum;
            }
        }
        return weights;
    }

    /** Sum of the absolute errors and their number by day ahead. */
    private static double[][] errors(List<Trials.Trial> trials, TimeSeries usual, int member) {
        double[][] errors = new double[DAYS][2];
        for (Trials.Trial trial : trials) {
            for (int step = 0; step < trial.observed().size(); step++) {
                int index = usual.indexOf(trial.observed().time(step));
                double error = Math.abs(usual.values().get(index)
                        - trial.forecasts().get(member).mean().get(step));
                if (!Double.isNaN(error)) {
                    double[] day = errors[day(step, usual.width())];
                    day[0] += error;
                    day[1]++;
                }
            }
        }
        return errors;
    }

    /** The mean error of each day, with its neighbours; of all days where nothing was tried. */
    private static double[] smoothed(double[][] errors) {
        double[] result = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            double sum = 0;
            double count = 0;
            for (int other = Math.max(0, day - 1); other <= Math.min(DAYS - 1, day + 1); other++) {
                double share = other == day ? 1 : NEIGHBOUR;
                sum += share * errors[other][0];
                count += share * errors[other][1];
            }
            result[day] = count == 0 ? overall(errors) : sum / count;
        }
        return result;
    }

    private static double overall(double[][] errors) {
        double count = Arrays.stream(errors).mapToDouble(day -> day[1]).sum();
        return count == 0 ? 1 : Arrays.stream(errors).mapToDouble(day -> day[0]).sum() / count;
    }
}
