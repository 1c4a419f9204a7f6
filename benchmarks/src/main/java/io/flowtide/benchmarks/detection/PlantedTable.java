package io.flowtide.benchmarks.detection;

import io.flowtide.core.model.Detector;
import io.flowtide.core.model.Detectors;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Prints how the detectors do on a week that is known to be normal, after all that precedes it: how many alarms it raises
 * as it is, and how many planted spikes, dips and silences of 15 minutes are found within two buckets. One is planted every two
 * hours, each on its own.
 */
final class PlantedTable {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LENGTH = Duration.ofMinutes(15);
    private static final Duration STEP = Duration.ofHours(2);
    private static final int WITHIN = 2;
    private static final double[] FACTORS = {1.3, 0.7, 0};

    private final LabelledSeries series;
    private final int first;
    private final PrintStream out;

    /** @param end of the week */
    PlantedTable(Path csv, Instant end, PrintStream out) throws IOException {
        LabelledSeries all = NabCorpus.unlabelled(csv);
        int rows = (int) all.times().stream().filter(time -> time.isBefore(end)).count();
        this.series = new LabelledSeries(
                all.name(), all.times().subList(0, rows), Arrays.copyOf(all.values(), rows), List.of());
        this.first = rows - (int) WEEK.dividedBy(series.width());
        this.out = out;
    }

    void print() {
        out.printf("the week from %s%n", series.times().get(first));
        out.printf("%-22s %-16s %-12s %-12s %-12s%n", "detector", "anomalous as is", "+30 %", "-30 %", "silence");
        for (Candidate candidate : Candidate.ALL) {
            if (candidate.cutOff().equals("default")) {
                print(candidate);
            }
        }
    }

    private void print(Candidate candidate) {
        double level = Detectors.levels(candidate.detector()).low();
        Detector detector = candidate.detector(series, 1);
        int[] found = new int[FACTORS.length];
        int planted = 0;
        int alarms = 0;
        int step = (int) STEP.dividedBy(series.width());
        int length = (int) LENGTH.dividedBy(series.width());
        for (int i = 0; i < series.size(); i++) {
            if (i >= first && (i - first) % step == 0 && i + length <= series.size()) {
                byte[] before = detector.snapshot();
                for (int k = 0; k < FACTORS.length; k++) {
                    found[k] += isFound(Detectors.restore(candidate.detector(), before), i, FACTORS[k], level) ? 1 : 0;
                }
                planted++;
            }
            double score = next(detector, i, 1);
            alarms += i >= first && score >= level ? 1 : 0;
        }
        int of = planted;
        String[] shares = Arrays.stream(found).mapToObj(k -> k + " of " + of).toArray(String[]::new);
        out.printf("%-22s %-16d %-12s %-12s %-12s%n", candidate.title(), alarms, shares[0], shares[1], shares[2]);
    }

    private boolean isFound(Detector detector, int row, double factor, double level) {
        for (int i = row; i < row + WITHIN; i++) {
            if (next(detector, i, factor) >= level) {
                return true;
            }
        }
        return false;
    }

    private double next(Detector detector, int row, double factor) {
        return detector.next(series.times().get(row), factor * series.values()[row])
                .score();
    }
}
