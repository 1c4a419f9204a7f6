package io.flowtide.core.model;

import io.flowtide.core.calendar.LocalCalendar;
import io.flowtide.core.model.forest.Forest;
import io.flowtide.core.model.forest.ForestSize;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A random cut forest over the last buckets. The score is the forest's, in units of what one in five hundred of its earlier
 * scores exceeded ({@link TailQuantile}): plain scores differ from series to series, and with a threshold that fits one
 * the next alarms all the time.
 *
 * <p>A gap is filled with what the forest expects there; it is neither scored nor learned. A bucket that is nearly as
 * unusual as an anomaly is attributed to its inputs; of the others no attribution is made, since it costs more than the
 * score.
 */
final class RcfDetector implements Detector {

    static final String NAME = "rcf";
    static final ScoreLevels LEVELS = new ScoreLevels(1.2, 1.6, 2);

    private static final int SCHEMA = 1;
    /** What one in 500 scores of single buckets is taken to exceed before there are any. */
    private static final double GUESS = 3;
    /** The longer the shingle the less a single bucket stands out. */
    private static final double DILUTION = 0.25;

    private static final int ONE_IN = 500;
    private static final double GUESS_COUNTS_AS = 600;
    /** From this share of the lowest anomaly's score on a bucket is explained. */
    private static final double WORTH_EXPLAINING = 0.5;
    /** The band reaches so many mean absolute errors of the expected value to either side. */
    private static final double BAND = 4;

    private final DetectorSettings settings;
    private final RcfOptions options;
    private final LocalCalendar calendar;
    private final Forest forest;
    private final TailQuantile usual;
    private final float[] point;
    private final FadingMean error;
    private int seen;
    private long learnUntil;

    RcfDetector(DetectorSettings settings, RcfOptions options) {
        this.settings = settings;
        this.options = options;
        this.calendar = new LocalCalendar(settings.width(), settings.calendar());
        this.forest = new Forest(new ForestSize(
                options.dimensions(), options.trees(), options.samples(), options.timeDecay(), settings.seed()));
        this.usual = new TailQuantile(guess(options), ONE_IN, GUESS_COUNTS_AS);
        this.point = new float[options.dimensions()];
        this.error = new FadingMean(options.samples());
        this.learnUntil = Long.MAX_VALUE;
    }

    private RcfDetector(SnapshotInput in) {
        this.settings = in.settings();
        this.options = RcfOptions.parse(in.text());
        this.calendar = new LocalCalendar(settings.width(), settings.calendar());
        this.point = in.singles();
        this.seen = in.small();
        this.learnUntil = in.integer();
        this.error = new FadingMean(options.samples(), in);
        this.usual = new TailQuantile(guess(options), ONE_IN, GUESS_COUNTS_AS, in);
        this.forest = in.forest();
    }

    private static double guess(RcfOptions options) {
        return GUESS / StrictMath.pow(options.shingle(), DILUTION);
    }

    static Detector restore(byte[] snapshot) {
        return new RcfDetector(new SnapshotInput(NAME, SCHEMA, snapshot));
    }

    @Override
    public byte[] snapshot() {
        SnapshotOutput out = new SnapshotOutput(NAME, SCHEMA)
                .settings(settings)
                .text(options.text())
                .singles(point)
                .integer(seen)
                .integer(learnUntil);
        error.write(out);
        usual.write(out);
        return out.bytes(forest.toBytes()).toBytes();
    }

    @Override
    public Judgement next(Instant start, double value) {
        if (seen == 0 && Double.isNaN(value)) {
            return calm(Double.NaN);
        }
        if (seen == 0) {
            options.learning().ifPresent(time -> learnUntil = start.plus(time).getEpochSecond());
        }
        push(options.inputs().of(start, Double.isNaN(value) ? 0 : value, calendar));
        seen = Math.min(seen + 1, options.shingle());
        double expected = expected();
        if (Double.isNaN(value)) {
            fillGap(expected);
            return calm(expected);
        }
        return seen < options.shingle() ? calm(Double.NaN) : judge(start, value, expected);
    }

    private void push(float[] inputs) {
        System.arraycopy(point, inputs.length, point, 0, point.length - inputs.length);
        System.arraycopy(inputs, 0, point, point.length - inputs.length, inputs.length);
    }

    /** Without anything beside the value there is nothing to tell it from. */
    private double expected() {
        boolean known = forest.isReady() && seen == options.shingle() && point.length > 1;
        return known ? forest.expected(point, point.length - 1) : Double.NaN;
    }

    private void fillGap(double expected) {
        int inputs = options.inputs().names().size();
        float before = point.length > inputs ? point[point.length - 1 - inputs] : 0;
        point[point.length - 1] = Double.isNaN(expected) ? before : (float) expected;
    }

    private Judgement judge(Instant start, double value, double expected) {
        double score = forest.score(point) / usual.get();
        Judgement judgement = judgement(expected, score);
        if (start.getEpochSecond() < learnUntil) {
            learn(score);
        }
        if (!Double.isNaN(expected)) {
            error.add(Math.abs(value - expected));
        }
        return judgement;
    }

    private void learn(double score) {
        if (forest.isReady()) {
            usual.add(score * usual.get(), 1);
        }
        forest.learn(point);
    }

    private Judgement judgement(double expected, double score) {
        double reach = BAND * error.get();
        Map<String, Double> attribution = score < WORTH_EXPLAINING * LEVELS.low() ? Map.of() : attribution(score);
        return new Judgement(expected, expected - reach, expected + reach, score, confidence(), attribution);
    }

    private Judgement calm(double expected) {
        return judgement(expected, 0);
    }

    private double confidence() {
        return Math.min(1, (double) forest.points() / options.samples());
    }

    /** The parts of all buckets of the shingle, added up by input; their absolute values add up to the score. */
    private Map<String, Double> attribution(double score) {
        double[] parts = forest.attribution(point);
        List<String> names = options.inputs().names();
        double[] sums = new double[names.size()];
        for (int i = 0; i < parts.length; i++) {
            sums[i % sums.length] += parts[i];
        }
        double all = Arrays.stream(sums).map(Math::abs).sum();
        Map<String, Double> attribution = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            attribution.put(names.get(i), all == 0 ? 0 : score * sums[i] / all);
        }
        return attribution;
    }
}
