package io.flowtide.core.model;

import java.time.Instant;
import java.util.Map;

/**
 * The default detector: what leaves the pattern of day and week ({@link SeasonalDetector}), joined with what is isolated
 * among all values ({@link ForestJudge}). The more of the series is pattern ({@link PatternShare}), the more the first
 * counts and the less the second; a series without a pattern, a short one, or one of an odd width lives from the second.
 *
 * <p>The greater of the two is the score. Its levels are those of the seasonal detector.
 */
final class TideDetector implements Detector {

    static final String NAME = "tide";
    static final ScoreLevels LEVELS = SeasonalDetector.LEVELS;
    static final String INPUT = SeasonalDetector.INPUT;

    private static final int SCHEMA = 2;
    /** From this share of pattern on, the seasonal judgement counts in full; below, with the square of the share. */
    private static final double MOSTLY_PATTERN = 0.7071;
    /** What an isolated value is worth in seasonal scores, and how much of that a whole pattern takes away. */
    private static final double ISOLATED = 2;

    private static final double SPARED_BY_PATTERN = 0.25;
    /** How far a forest alone may be trusted: it knows nothing of weeks. */
    private static final double CONFIDENCE_IN_FOREST = 0.5;

    private final SeasonalDetector seasonal;
    private final ForestJudge forest;
    private final PatternShare pattern;

    TideDetector(DetectorSettings settings) {
        this.seasonal = new SeasonalDetector(settings);
        this.forest = new ForestJudge(settings.seed());
        this.pattern = new PatternShare(seasonal.bucketsPerDay());
    }

    private TideDetector(SeasonalDetector seasonal, ForestJudge forest, PatternShare pattern) {
        this.seasonal = seasonal;
        this.forest = forest;
        this.pattern = pattern;
    }

    static Detector restore(byte[] snapshot) {
        SnapshotInput in = new SnapshotInput(NAME, SCHEMA, snapshot);
        if (in.schema() == 1) {
            SeasonalDetector seasonal = new SeasonalDetector(in);
            return new TideDetector(
                    seasonal, new ForestJudge(seasonal.seed()), new PatternShare(seasonal.bucketsPerDay()));
        }
        SeasonalDetector seasonal = new SeasonalDetector(in);
        PatternShare pattern = new PatternShare(seasonal.bucketsPerDay(), in);
        return new TideDetector(seasonal, new ForestJudge(in), pattern);
    }

    @Override
    public byte[] snapshot() {
        SnapshotOutput out = new SnapshotOutput(NAME, SCHEMA);
        seasonal.write(out);
        pattern.write(out);
        forest.write(out);
        return out.toBytes();
    }

    @Override
    public Judgement next(Instant start, double value) {
        Judgement judgement = seasonal.next(start, value);
        if (Double.isNaN(value)) {
            return judgement;
        }
        double share = pattern.get();
        double isolated = ISOLATED * (1 - SPARED_BY_PATTERN * share) * forest.score(value);
        double off = judgement.score() * trustInPattern(share);
        Judgement joined = isolated > off ? isolated(judgement, isolated) : off(judgement, off);
        forest.learn();
        pattern.add(value, judgement.expected());
        return joined;
    }

    private static double trustInPattern(double share) {
        double part = share / MOSTLY_PATTERN;
        return Math.min(1, part * part);
    }

    private Judgement off(Judgement judgement, double score) {
        double sign = judgement.attribution().getOrDefault(INPUT, 0.0) < 0 ? -1 : 1;
        return joined(judgement, score, sign);
    }

    /** Which way a value that is no anomaly lies is not worth the time that the forest takes to say. */
    private Judgement isolated(Judgement judgement, double score) {
        boolean above = score < LEVELS.low() || forest.isAbove();
        return joined(judgement, score, above ? 1 : -1);
    }

    private Judgement joined(Judgement judgement, double score, double sign) {
        return new Judgement(
                judgement.expected(),
                judgement.low(),
                judgement.high(),
                score,
                Math.max(judgement.confidence(), CONFIDENCE_IN_FOREST * forest.confidence()),
                Map.of(INPUT, sign * score));
    }
}
