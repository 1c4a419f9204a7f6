package io.flowtide.core.training;

import io.flowtide.core.model.Detector;
import io.flowtide.core.model.DetectorSettings;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.model.Judgement;
import io.flowtide.core.scoring.CutOff;
import io.flowtide.core.scoring.CutOffs;
import io.flowtide.core.scoring.Relevance;
import io.flowtide.core.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;

/**
 * Runs detectors over the end of a history, as they would have run then: once as it was, where every alarm is a false
 * one, since what is unusual was taken out; and once with planted anomalies.
 */
final class DetectorBacktest {

    private static final Duration REST = Duration.ofHours(1);
    /** Six weeks: what the default detector remembers. */
    private static final Duration REMEMBERED = Duration.ofDays(42);
    /** A planted anomaly is found in its first bucket or one of the next two. */
    private static final int WITHIN = 2;

    private static final double WEEK = Duration.ofDays(7).toSeconds();

    private final TrainingOptions options;
    private final TimeSeries series;
    private final Instant from;
    private final Plants plants;

    DetectorBacktest(Inspection inspection, TrainingOptions options) {
        Origins origins = Origins.of(inspection.history(), options);
        this.options = options;
        this.from = origins.times().get(0);
        this.series = inspection
                .usable()
                .between(from.minus(options.learned()), inspection.usable().end());
        this.plants = Plants.in(series, from);
    }

    DetectorScore score(String name) {
        byte[] learned = learned(name);
        int episodes = episodes(alarms(name, learned, series));
        BitSet alarms = alarms(name, learned, plants.series());
        int found = (int) plants.starts().stream()
                .filter(start -> {
                    int alarm = alarms.nextSetBit(start);
                    return alarm >= 0 && alarm <= start + WITHIN;
                })
                .count();
        double weeks = Duration.between(from, series.end()).toSeconds() / WEEK;
        return DetectorScore.of(name, episodes / weeks, plants.starts().size(), found);
    }

    /** What the detector knows where the test begins. */
    private byte[] learned(String name) {
        DetectorSettings settings = new DetectorSettings(series.width(), options.calendar(), options.seed());
        Detector detector = Detectors.create(name, settings);
        for (int i = 0; i < series.indexOf(from); i++) {
            detector.next(series.time(i), series.values().get(i));
        }
        return detector.snapshot();
    }

    /** The buckets from {@link #from} on of which somebody would be told. */
    private BitSet alarms(String name, byte[] learned, TimeSeries shown) {
        Detector detector = Detectors.restore(name, learned);
        CutOff cutOff = CutOffs.parse(CutOffs.DEFAULT, name, options.zone());
        BitSet alarms = new BitSet();
        for (int i = shown.indexOf(from); i < shown.size(); i++) {
            double value = shown.values().get(i);
            Judgement judgement = detector.next(shown.time(i), value);
            alarms.set(
                    i,
                    cutOff.next(shown.time(i), value, judgement).anomaly()
                            && Relevance.DEFAULT.deviates(value, judgement.expected()));
        }
        return alarms;
    }

    private int episodes(BitSet alarms) {
        int rest = (int) Math.max(1, REST.dividedBy(series.width()));
        int episodes = 0;
        int before = -1;
        for (int i : alarms.stream().toArray()) {
            episodes += before < 0 || i - before > rest ? 1 : 0;
            before = i;
        }
        return episodes;
    }
}
