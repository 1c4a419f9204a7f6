package io.flowtide.core.model;

import io.flowtide.core.model.forest.Forest;
import io.flowtide.core.model.forest.ForestSize;
import java.util.OptionalDouble;

/**
 * Judges single values by a random cut forest: 1 is as isolated as one in eight hundred earlier values was. It needs no
 * pattern and no width, and is ready after some hours.
 */
final class ForestJudge {

    /** Of the sizes tried the smallest that is not worse than the next larger (docs/detection.md). */
    private static final int TREES = 30;

    private static final int SAMPLES = 512;
    /** Before so many values nothing is judged. */
    private static final int FIRST = 100;

    private static final double GUESS = 3;
    private static final int ONE_IN = 800;
    private static final double GUESS_COUNTS_AS = 1000;

    private final Forest forest;
    private final TailQuantile usual;
    private final float[] point = new float[1];
    private double score;

    ForestJudge(long seed) {
        this.forest = new Forest(new ForestSize(1, TREES, SAMPLES, OptionalDouble.empty(), seed));
        this.usual = new TailQuantile(GUESS, ONE_IN, GUESS_COUNTS_AS);
    }

    ForestJudge(SnapshotInput in) {
        this.usual = new TailQuantile(GUESS, ONE_IN, GUESS_COUNTS_AS, in);
        this.forest = in.forest();
    }

    void write(SnapshotOutput out) {
        usual.write(out);
        out.bytes(forest.toBytes());
    }

    /** How isolated the value is; 0 while there is little to go by. */
    double score(double value) {
        point[0] = Forest.number(value);
        score = forest.isReady() ? forest.score(point) : 0;
        return forest.points() < FIRST ? 0 : score / usual.get();
    }

    /** Learns the value that was judged last. */
    void learn() {
        if (forest.isReady()) {
            usual.add(score, 1);
        }
        forest.learn(point);
    }

    /** Whether the value that was judged last is isolated above the others, rather than below. */
    boolean isAbove() {
        return forest.attribution(point)[0] > 0;
    }

    /** How much has been learned, 0 to 1. */
    double confidence() {
        return Math.min(1, (double) forest.points() / SAMPLES);
    }
}
