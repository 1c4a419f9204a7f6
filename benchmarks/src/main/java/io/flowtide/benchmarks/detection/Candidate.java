package io.flowtide.benchmarks.detection;

import io.flowtide.core.model.Detector;
import io.flowtide.core.model.DetectorSettings;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.model.Judgement;
import io.flowtide.core.scoring.CutOff;
import io.flowtide.core.scoring.CutOffs;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A detector with the cut-off that goes with it.
 *
 * @param detector the detector's name, options included
 * @param cutOff the cut-off's; {@code default} is the detector's own
 */
record Candidate(String detector, String cutOff) {

    static final List<Candidate> ALL = List.of(
            new Candidate("mean", "default"),
            new Candidate("mean", "batch:3"),
            new Candidate("rcf", "default"),
            new Candidate("rcf", "batch:3"),
            new Candidate("rcf:shingle=1", "default"),
            new Candidate("rcf:kinesis", "default"),
            new Candidate("seasonal", "default"),
            new Candidate("tide", "default"));

    String title() {
        return cutOff.equals("default") ? detector : detector + ", " + cutOff;
    }

    Detector detector(LabelledSeries series, long seed) {
        return Detectors.create(detector, new DetectorSettings(series.width(), ZoneOffset.UTC, seed));
    }

    CutOff newCutOff() {
        return CutOffs.parse(cutOff, detector);
    }

    /** The score of each row in units of the detector's own level, or 1 and 0 where another cut-off decides. */
    double[] scores(LabelledSeries series, long seed) {
        Detector judge = detector(series, seed);
        CutOff cut = newCutOff();
        double[] scores = new double[series.size()];
        for (int i = 0; i < scores.length; i++) {
            Instant time = series.times().get(i);
            Judgement judgement = judge.next(time, series.values()[i]);
            boolean anomaly = cut.next(time, series.values()[i], judgement).anomaly();
            scores[i] = cutOff.equals("default")
                    ? judgement.score() / Detectors.levels(detector).low()
                    : anomaly ? 1 : 0;
        }
        return scores;
    }
}
