package io.flowtide.core.model;

import io.flowtide.core.calendar.LocalCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Judges by the pattern of day and week. A robust profile of the day ({@link DayProfile}), scaled by the level of about the last day
 * ({@link TrafficLevel}), says what to expect; the residual, in deviations of its hour ({@link ResidualSpread}), is
 * judged against the extremes of the past, over one bucket, ten minutes and one hour ({@link ResidualScale}).
 *
 * <p>The score is 1 where one in two hundred past residuals lies. The band reaches to there.
 */
final class SeasonalDetector implements Detector {

    static final String NAME = "seasonal";
    static final ScoreLevels LEVELS = new ScoreLevels(2, 3, 4.5);
    static final String INPUT = "value";

    private static final int SCHEMA = 2;
    private static final long HOUR = 3600;
    private static final long TEN_MINUTES = 600;
    private static final long LEAD = 900;
    private static final double SHORTEST_LEAD = 1.5;
    private static final int MOST_PLACES = 288;
    private static final double DAY = 86_400;
    /** Sums over longer spans reach further out, since residuals of one day are alike. */
    private static final double[] GUESSES = {2.8, 3.5, 4.2};
    /** A longer span only speaks while the bucket itself is off by so many deviations the same way. */
    private static final double STILL_OFF = 1;
    /** What goes into the profile and the level is moved to within so many deviations of what was expected. */
    private static final double CLIP = 3;
    /** Expected values below this share of the usual magnitude are taken to spread like it. */
    private static final double SMALLEST_SIZE = 0.05;
    /** The same for what a jump starts from. */
    private static final double SMALLEST_JUMP_SIZE = 0.002;

    /** No score is higher on a kind of day that was never seen before. */
    private static final double UNTRUSTED = 1;

    private static final double MAGNITUDE_FADING = 0.999;
    private static final double TINY = 1e-9;

    private final DetectorSettings settings;
    private final LocalCalendar calendar;
    private final DayTable table;
    private final TrafficLevel level;
    private final ResidualSpread spread;
    private final List<ResidualScale> scales;
    private final SuddenChange change;
    private DayProfile profile;
    private double magnitude;
    private double magnitudeWeight;
    private boolean negative;

    SeasonalDetector(DetectorSettings settings) {
        this.settings = settings;
        this.calendar = new LocalCalendar(settings.width(), settings.calendar());
        this.table = new DayTable(places(settings));
        this.level = new TrafficLevel(bucketsPerDay(settings));
        this.spread = new ResidualSpread();
        this.scales = new ArrayList<>();
        List<Integer> spans = spans(settings);
        for (int i = 0; i < spans.size(); i++) {
            scales.add(new ResidualScale(spans.get(i), GUESSES[i]));
        }
        this.change = new SuddenChange(lead(settings), patience(settings));
        this.profile = DayProfile.unknown(table.places());
    }

    /** Reads the second layout, or the first, which knew no sudden changes. */
    SeasonalDetector(SnapshotInput in) {
        this.settings = in.settings();
        this.calendar = new LocalCalendar(settings.width(), settings.calendar());
        this.table = new DayTable(places(settings), in);
        this.level = new TrafficLevel(bucketsPerDay(settings), in);
        this.spread = new ResidualSpread(in);
        this.scales = new ArrayList<>();
        List<Integer> spans = spans(settings);
        for (int i = 0; i < spans.size(); i++) {
            scales.add(new ResidualScale(spans.get(i), GUESSES[i], in));
        }
        this.change = in.schema() == 1
                ? new SuddenChange(lead(settings), patience(settings))
                : new SuddenChange(lead(settings), patience(settings), in);
        this.magnitude = in.number();
        this.magnitudeWeight = in.number();
        this.negative = in.flag();
        this.profile = table.today().isPresent()
                ? DayProfile.of(table, table.today().getAsLong(), calendar)
                : DayProfile.unknown(table.places());
    }

    static Detector restore(byte[] snapshot) {
        return new SeasonalDetector(new SnapshotInput(NAME, SCHEMA, snapshot));
    }

    @Override
    public byte[] snapshot() {
        SnapshotOutput out = new SnapshotOutput(NAME, SCHEMA);
        write(out);
        return out.toBytes();
    }

    void write(SnapshotOutput out) {
        out.settings(settings);
        table.write(out);
        level.write(out);
        spread.write(out);
        scales.forEach(scale -> scale.write(out));
        change.write(out);
        out.number(magnitude).number(magnitudeWeight).flag(negative);
    }

    double bucketsPerDay() {
        return bucketsPerDay(settings);
    }

    long seed() {
        return settings.seed();
    }

    /** Profiles finer than five minutes would know each place too little. */
    private static int places(DetectorSettings settings) {
        return (int) Math.max(1, Math.min(MOST_PLACES, bucketsPerDay(settings)));
    }

    private static double bucketsPerDay(DetectorSettings settings) {
        return DAY / settings.width().toSeconds();
    }

    /** How many buckets lead to the next. */
    private static double lead(DetectorSettings settings) {
        return Math.max(SHORTEST_LEAD, (double) LEAD / settings.width().toSeconds());
    }

    private static int patience(DetectorSettings settings) {
        return (int) Math.max(2, HOUR / settings.width().toSeconds());
    }

    private static List<Integer> spans(DetectorSettings settings) {
        long width = settings.width().toSeconds();
        int hour = (int) Math.max(1, HOUR / width);
        int some = (int) Math.max(2, TEN_MINUTES / width);
        if (hour == 1) {
            return List.of(1);
        }
        return hour <= some ? List.of(1, hour) : List.of(1, some, hour);
    }

    @Override
    public Judgement next(Instant start, double value) {
        long day = calendar.day(start);
        if (!table.isToday(day)) {
            table.begin(day, level.endDay());
            profile = DayProfile.of(table, day, calendar);
            change.beginDay();
        }
        double second = calendar.secondOfDay(start);
        int place = (int) Math.min(table.places() - 1, second * table.places() / DAY);
        Bucket bucket = new Bucket(value, profile.expected(place), second, place, DayProfile.isFree(day, calendar));
        return judge(bucket);
    }

    private Judgement judge(Bucket bucket) {
        double expected = bucket.atLevelOne() * level.now();
        if (Double.isNaN(expected)) {
            learnUnexpected(bucket);
            return new Judgement(Double.NaN, Double.NaN, Double.NaN, 0, 0, Map.of());
        }
        double size = size(expected);
        double deviation = spread.deviation(size, bucket.second(), bucket.weekend());
        if (Double.isNaN(bucket.value())) {
            return judgement(expected, deviation, 0);
        }
        double residual = bucket.value() - expected;
        scales.forEach(scale -> scale.push(residual / deviation));
        change.push(
                new SuddenChange.Bucket(bucket.value(), expected, bucket.second(), bucket.weekend()),
                atLeast(SMALLEST_JUMP_SIZE));
        Judgement judgement = judgement(expected, deviation, score(residual / deviation, deviation));
        learn(bucket, expected, size, deviation);
        return judgement;
    }

    /** The score of the scale that is furthest out, with its sign. */
    private double score(double deviations, double deviation) {
        double furthest = 0;
        for (ResidualScale scale : scales) {
            double score = scale.score();
            boolean counts = scale == scales.get(0) || score * deviations > 0 && Math.abs(deviations) > STILL_OFF;
            if (counts && Math.abs(score) > Math.abs(furthest)) {
                furthest = score;
            }
        }
        double jump = change.score(deviation);
        return damped(Math.abs(jump) > Math.abs(furthest) ? jump : furthest);
    }

    /** What is unlike a profile that is little known is little news; a kind of day never seen before is none at all. */
    private double damped(double score) {
        if (profile.trust() < DayProfile.TRUST_IN_CLASS) {
            return Math.max(-UNTRUSTED, Math.min(UNTRUSTED, score));
        }
        return score * Math.sqrt(profile.trust());
    }

    private Judgement judgement(double expected, double deviation, double score) {
        ResidualScale single = scales.get(0);
        double low = expected - single.lower() * deviation;
        double high = expected + single.upper() * deviation;
        return new Judgement(
                expected,
                negative ? low : Math.max(low, Math.min(expected, 0)),
                high,
                Math.abs(score),
                profile.confidence(),
                Map.of(INPUT, score));
    }

    private double size(double expected) {
        return Math.max(Math.abs(expected), atLeast(SMALLEST_SIZE));
    }

    /** A share of the usual magnitude, positive. */
    private double atLeast(double share) {
        return (magnitudeWeight == 0 ? 0 : share * magnitude / magnitudeWeight) + TINY;
    }

    private void learn(Bucket bucket, double expected, double size, double deviation) {
        double trust = profile.trust();
        double residual = bucket.value() - expected;
        scales.forEach(scale -> scale.learn(trust));
        change.learn(trust);
        spread.add(residual, deviation, size, bucket.second(), bucket.weekend(), trust);
        double clipped = expected + Math.max(-CLIP * deviation, Math.min(CLIP * deviation, residual));
        level.add(clipped, bucket.atLevelOne(), trust);
        // A kind of day that is new is learned as it is: there is nothing yet that could call it an outlier.
        table.put(bucket.place(), trust < DayProfile.TRUST_IN_CLASS ? bucket.value() : clipped);
        learnMagnitude(bucket.value());
    }

    private void learnUnexpected(Bucket bucket) {
        if (!Double.isNaN(bucket.value())) {
            table.put(bucket.place(), bucket.value());
            learnMagnitude(bucket.value());
        }
    }

    private void learnMagnitude(double value) {
        magnitude = magnitude * MAGNITUDE_FADING + Math.abs(value);
        magnitudeWeight = magnitudeWeight * MAGNITUDE_FADING + 1;
        negative |= value < 0;
    }

    private record Bucket(double value, double atLevelOne, double second, int place, boolean weekend) {}
}
