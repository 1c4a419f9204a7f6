package io.flowtide.benchmarks.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Scores a detector over a corpus as NAB does: one threshold for all files, the best there is, and 0 for a detector that
 * never alarms, 100 for one that alarms at the first row of each window and nowhere else.
 */
public final class NabScorer {

    /**
     * @param threshold alarms are the rows whose score is at least this
     * @param score at most 100, and below 0 when silence were better
     */
    public record Result(double threshold, double score) {}

    private record Row(int file, int window, double weight, double score) {}

    private final NabProfile profile;
    private final List<Row> rows = new ArrayList<>();
    private final List<double[]> best = new ArrayList<>();
    private int windows;

    public NabScorer(NabProfile profile) {
        this.profile = profile;
    }

    /** Adds a file with the score that the detector gave to each of its rows. */
    public NabScorer add(LabelledSeries series, double[] scores) {
        NabWeights weights = new NabWeights(series, profile);
        int file = best.size();
        best.add(new double[series.windows().size()]);
        boolean[] counts = new boolean[series.windows().size()];
        for (int i = 0; i < scores.length; i++) {
            if (weights.window(i) != NabWeights.PROBATIONARY) {
                rows.add(new Row(file, weights.window(i), weights.weight(i), scores[i]));
                if (weights.window(i) >= 0) {
                    counts[weights.window(i)] = true;
                }
            }
        }
        for (boolean count : counts) {
            windows += count ? 1 : 0;
        }
        return this;
    }

    /** The result at the threshold that is best for the corpus. */
    public Result best() {
        List<Row> descending = new ArrayList<>(rows);
        descending.sort(Comparator.comparingDouble(Row::score).reversed());
        reset();
        double gained = 0;
        Result result = new Result(Double.POSITIVE_INFINITY, 0);
        for (int i = 0; i < descending.size(); i++) {
            gained += gain(descending.get(i));
            boolean last = i + 1 == descending.size()
                    || descending.get(i + 1).score() != descending.get(i).score();
            if (last && normalised(gained) > result.score()) {
                result = new Result(descending.get(i).score(), normalised(gained));
            }
        }
        return result;
    }

    /** The score at a threshold that was chosen elsewhere. */
    public double at(double threshold) {
        reset();
        return normalised(rows.stream()
                .filter(row -> row.score() >= threshold)
                .mapToDouble(this::gain)
                .sum());
    }

    private void reset() {
        best.forEach(file -> Arrays.fill(file, -profile.falseNegative()));
    }

    /** What one more alarm brings: in a window only as far as it is better than those before. */
    private double gain(Row row) {
        if (row.window() == NabWeights.OUTSIDE) {
            return row.weight();
        }
        double[] file = best.get(row.file());
        double gain = Math.max(0, row.weight() - file[row.window()]);
        file[row.window()] += gain;
        return gain;
    }

    /** @param gained how much better than a detector that never alarms */
    private double normalised(double gained) {
        double perfect = windows * (profile.truePositive() + profile.falseNegative());
        return perfect == 0 ? gained : 100 * gained / perfect;
    }
}
