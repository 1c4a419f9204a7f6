package io.flowtide.core.model;

import io.flowtide.core.calendar.LocalCalendar;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The mean predictor, learning as it goes: {@code score = |value - mu| / deviation} with the mean and the deviation of
 * all earlier values at the same place of the same class of days. The band is {@code mu ± 3 deviations}. It says nothing
 * of a place that it has seen less than twice.
 */
final class MeanDetector implements Detector {

    static final String NAME = "mean";
    static final ScoreLevels LEVELS = new ScoreLevels(3, 4.5, 6);
    static final String INPUT = "value";

    private static final int SCHEMA = 1;
    private static final double BAND = 3;
    /** Confidence is whole when a place has been seen so often. */
    private static final double ENOUGH = 10;
    /** Values that never differed still leave room for so much of their mean, lest the score be infinite. */
    private static final double LEAST_DEVIATION = 1e-3;

    private final DetectorSettings settings;
    private final MeanOptions options;
    private final LocalCalendar calendar;
    private final MeanCell[] cells;

    MeanDetector(DetectorSettings settings) {
        this(settings, MeanOptions.DEFAULT);
    }

    MeanDetector(DetectorSettings settings, MeanOptions options) {
        this.settings = settings;
        this.options = options;
        this.calendar = new LocalCalendar(settings.width(), settings.calendar());
        this.cells = Stream.generate(MeanCell::new)
                .limit((long) options.days().count() * calendar.placesPerDay())
                .toArray(MeanCell[]::new);
    }

    static Detector restore(byte[] snapshot) {
        SnapshotInput in = new SnapshotInput(NAME, SCHEMA, snapshot);
        DetectorSettings settings = in.settings();
        MeanOptions options = new MeanOptions(DayClasses.valueOf(in.text()), DeviationKind.valueOf(in.text()));
        MeanDetector detector = new MeanDetector(settings, options);
        for (int i = 0; i < detector.cells.length; i++) {
            detector.cells[i] = new MeanCell(in);
        }
        return detector;
    }

    @Override
    public byte[] snapshot() {
        SnapshotOutput out = new SnapshotOutput(NAME, SCHEMA)
                .settings(settings)
                .text(options.days().name())
                .text(options.deviation().name());
        for (MeanCell cell : cells) {
            cell.write(out);
        }
        return out.toBytes();
    }

    @Override
    public Judgement next(Instant start, double value) {
        MeanCell cell = cell(start);
        Judgement judgement = judge(cell, value);
        if (!Double.isNaN(value)) {
            cell.add(value);
        }
        return judgement;
    }

    private MeanCell cell(Instant start) {
        int days = options.days().of(calendar.weekday(start));
        return cells[days * calendar.placesPerDay() + calendar.place(start)];
    }

    private Judgement judge(MeanCell cell, double value) {
        if (cell.count() < 2) {
            return new Judgement(Double.NaN, Double.NaN, Double.NaN, 0, 0, Map.of());
        }
        double mean = cell.mean();
        double deviation = Math.max(cell.deviation(options.deviation()), smallest(mean));
        double distance = Double.isNaN(value) ? 0 : (value - mean) / deviation;
        return new Judgement(
                mean,
                mean - BAND * deviation,
                mean + BAND * deviation,
                Math.abs(distance),
                Math.min(cell.count() / ENOUGH, 1),
                Map.of(INPUT, distance));
    }

    private static double smallest(double mean) {
        return Math.max(LEAST_DEVIATION * Math.abs(mean), LEAST_DEVIATION);
    }
}
