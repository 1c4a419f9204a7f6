package io.flowtide.benchmarks.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints the scores of the detectors on the Numenta Anomaly Benchmark, or on the part of it that is at hand: over the
 * whole corpus for each profile, and by folder (at the threshold of the whole corpus) for the standard profile.
 */
final class NabTable {

    /** As in the published trial that reached 60.9. */
    private static final int REST = 48;

    private final List<LabelledSeries> corpus;
    private final PrintStream out;

    NabTable(Path folder, PrintStream out) throws IOException {
        this.corpus = NabCorpus.read(folder);
        this.out = out;
    }

    /** @param seeds each detector is run with the seeds 1 to this, and the mean is printed */
    void print(int seeds) {
        out.printf(
                "%d files, %d windows; %d seeds; a rest of %d rows%n",
                corpus.size(),
                corpus.stream().mapToInt(series -> series.windows().size()).sum(),
                seeds,
                REST);
        out.printf(
                "%-22s %9s %9s %9s   %-18s %-18s%n",
                "detector", "standard", "low FP", "low FN", "standard, no rest", "at its own level");
        for (Candidate candidate : Candidate.ALL) {
            print(candidate, seeds);
        }
    }

    private void print(Candidate candidate, int seeds) {
        double[] sums = new double[5];
        Map<String, Double> folders = new TreeMap<>();
        corpus.forEach(series -> folders.put(folder(series), 0.0));
        for (int seed = 1; seed <= seeds; seed++) {
            List<double[]> scores = scores(candidate, seed);
            List<double[]> rested =
                    scores.stream().map(row -> Rest.after(row, REST)).toList();
            for (NabProfile profile : NabProfile.values()) {
                sums[profile.ordinal()] += scorer(profile, rested, "").best().score();
            }
            NabScorer standard = scorer(NabProfile.STANDARD, rested, "");
            sums[3] += scorer(NabProfile.STANDARD, scores, "").best().score();
            sums[4] += standard.at(1);
            double threshold = standard.best().threshold();
            folders.replaceAll((folder, sum) ->
                    sum + scorer(NabProfile.STANDARD, rested, folder).at(threshold));
        }
        out.printf(
                "%-22s %9.1f %9.1f %9.1f   %-18.1f %-18.1f%n",
                candidate.title(), sums[0] / seeds, sums[1] / seeds, sums[2] / seeds, sums[3] / seeds, sums[4] / seeds);
        folders.forEach((folder, sum) -> out.printf("    %-24s %6.1f%n", folder, sum / seeds));
    }

    private List<double[]> scores(Candidate candidate, int seed) {
        List<double[]> scores = new ArrayList<>();
        for (LabelledSeries series : corpus) {
            scores.add(candidate.scores(series, seed));
        }
        return scores;
    }

    private NabScorer scorer(NabProfile profile, List<double[]> scores, String folder) {
        NabScorer scorer = new NabScorer(profile);
        for (int i = 0; i < corpus.size(); i++) {
            if (corpus.get(i).name().startsWith(folder)) {
                scorer.add(corpus.get(i), scores.get(i));
            }
        }
        return scorer;
    }

    private static String folder(LabelledSeries series) {
        int slash = series.name().indexOf('/');
        return slash < 0 ? "" : series.name().substring(0, slash + 1);
    }
}
