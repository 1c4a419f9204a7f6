package io.flowtide.benchmarks.detection;

import io.flowtide.benchmarks.detection.LabelledSeries.Window;
import java.util.Arrays;

/**
 * What an alarm at each row of a series is worth, by the rules of NAB: within a window the more the earlier, outside the
 * less the further behind the last window, and nothing at all in the probationary period at the beginning.
 *
 * @see <a href="https://arxiv.org/abs/1510.03336">A. Lavin, S. Ahmad (2015): Evaluating Real-time Anomaly Detection
 *     Algorithms</a>
 */
final class NabWeights {

    private static final double PROBATION = 0.15;
    private static final int LONGEST_FOR_PROBATION = 5000;
    /** So many widths of a window behind it, an alarm costs all that it may. */
    private static final double FAR = 3;

    private static final double EARLIEST = sigmoid(-1);

    /** No window. */
    static final int OUTSIDE = -1;
    /** Does not count. */
    static final int PROBATIONARY = -2;

    private final double[] weights;
    private final int[] windows;

    NabWeights(LabelledSeries series, NabProfile profile) {
        weights = new double[series.size()];
        windows = new int[series.size()];
        Arrays.fill(windows, OUTSIDE);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = profile.falsePositive() * sigmoid(distanceBehind(series, i));
        }
        for (int number = 0; number < series.windows().size(); number++) {
            fill(series.windows().get(number), number, profile);
        }
        Arrays.fill(windows, 0, probation(series.size()), PROBATIONARY);
    }

    private void fill(Window window, int number, NabProfile profile) {
        double width = window.last() - window.first() + 1;
        for (int i = window.first(); i <= window.last(); i++) {
            weights[i] = profile.truePositive() * sigmoid(-(window.last() - i + 1) / width) / EARLIEST;
            windows[i] = number;
        }
    }

    /** How far the row lies behind the end of the last window before it, in widths of that window. */
    private static double distanceBehind(LabelledSeries series, int row) {
        double distance = FAR;
        for (Window window : series.windows()) {
            if (window.last() < row) {
                distance = (row - window.last()) / (double) (window.last() - window.first());
            }
        }
        return distance;
    }

    /** {@code 2 / (1 + exp(5 y)) - 1}: nearly 1 a width before the end of a window, 0 at its end, -1 far behind. */
    static double sigmoid(double position) {
        return position >= FAR ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
    }

    /** How many rows at the beginning do not count. */
    static int probation(int rows) {
        return (int) Math.min(Math.floor(PROBATION * rows), PROBATION * LONGEST_FOR_PROBATION);
    }

    /** What an alarm at the row is worth; of those in a window the best counts, of those outside all. */
    double weight(int row) {
        return weights[row];
    }

    /** The number of the window that holds the row, {@link #OUTSIDE} or {@link #PROBATIONARY}. */
    int window(int row) {
        return windows[row];
    }
}
