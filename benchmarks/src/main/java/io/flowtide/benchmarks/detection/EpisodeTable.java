package io.flowtide.benchmarks.detection;

import io.flowtide.benchmarks.detection.LabelledSeries.Window;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints which labelled windows the detectors find, and how many false episodes a week they report, at their own levels.
 * Anomalous rows that are no further than an hour apart are one episode; one that begins less than an hour from a window
 * belongs to it. The first 15 % of a series are there to learn from.
 */
final class EpisodeTable {

    private static final Duration APART = Duration.ofHours(1);
    private static final double LEARNING = 0.15;

    private final List<LabelledSeries> corpus;
    private final PrintStream out;

    EpisodeTable(Path folder, PrintStream out) throws IOException {
        this.corpus = NabCorpus.read(folder);
        this.out = out;
    }

    void print() {
        out.printf("%-22s %-14s %-14s %s%n", "detector", "found", "false a week", "after");
        for (Candidate candidate : Candidate.ALL) {
            for (LabelledSeries series : corpus) {
                print(candidate, series);
            }
        }
    }

    private void print(Candidate candidate, LabelledSeries series) {
        int first = (int) (LEARNING * series.size());
        List<Integer> episodes = episodes(series, candidate.scores(series, 1), first);
        List<String> delays = new ArrayList<>();
        int found = 0;
        for (Window window : series.windows()) {
            String delay = episodes.stream()
                    .filter(row -> belongs(series, window, row))
                    .findFirst()
                    .map(row -> Duration.between(
                                            series.times().get(window.first()),
                                            series.times().get(row))
                                    .toMinutes()
                            + " min")
                    .orElse("missed");
            found += delay.equals("missed") ? 0 : 1;
            delays.add(delay);
        }
        long wrong = episodes.stream()
                .filter(row -> series.windows().stream().noneMatch(window -> belongs(series, window, row)))
                .count();
        double weeks =
                Duration.between(series.times().get(first), series.times().get(series.size() - 1))
                                .toMinutes()
                        / (7 * 24 * 60.0);
        out.printf(
                "%-22s %-14s %-14.2f %s%n",
                candidate.title(), found + " of " + series.windows().size(), wrong / weeks, delays);
    }

    /** The first row of each episode. */
    private static List<Integer> episodes(LabelledSeries series, double[] scores, int first) {
        List<Integer> episodes = new ArrayList<>();
        Instant last = Instant.MIN;
        for (int i = first; i < scores.length; i++) {
            if (scores[i] >= 1) {
                Instant time = series.times().get(i);
                if (last.isBefore(time.minus(APART))) {
                    episodes.add(i);
                }
                last = time;
            }
        }
        return episodes;
    }

    private static boolean belongs(LabelledSeries series, Window window, int row) {
        Instant time = series.times().get(row);
        return time.isAfter(series.times().get(window.first()).minus(APART))
                && time.isBefore(series.times().get(window.last()).plus(APART));
    }
}
