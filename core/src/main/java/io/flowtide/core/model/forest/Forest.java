package io.flowtide.core.model.forest;

import com.amazon.randomcutforest.RandomCutForest;
import com.amazon.randomcutforest.returntypes.DiVector;

/**
 * A random cut forest over points that come one after the other. The score of a point is the harmonic mean of how near the
 * root it would be cut off, scaled so that a point like all others has about 1.
 *
 * @see <a href="https://proceedings.mlr.press/v48/guha16.html">S. Guha, N. Mishra, G. Roy, O. Schrijvers (2016): Robust
 *     Random Cut Forest Based Anomaly Detection on Streams</a>
 */
public final class Forest {

    /** Before so many points there is nothing to be unlike. */
    private static final int OUTPUT_AFTER = 32;

    private static final double LARGEST = 1e30;

    private final RandomCutForest forest;

    public Forest(ForestSize size) {
        this(RandomCutForest.builder()
                .dimensions(size.dimensions())
                .numberOfTrees(size.trees())
                .sampleSize(size.samples())
                .timeDecay(size.decay())
                .outputAfter(Math.min(OUTPUT_AFTER, size.samples()))
                .parallelExecutionEnabled(false)
                .internalShinglingEnabled(false)
                .randomSeed(size.seed())
                .build());
    }

    Forest(RandomCutForest forest) {
        this.forest = forest;
    }

    /** The forest that {@link #toBytes()} wrote, which scores and learns to the last bit like that one. */
    public static Forest fromBytes(byte[] bytes) {
        return new Forest(ForestState.read(bytes));
    }

    /** All of the forest. */
    public byte[] toBytes() {
        return ForestState.write(forest);
    }

    /** A value as it stands in a point; single precision, and kept from overflowing where trees add up distances. */
    public static float number(double value) {
        return (float) Math.max(-LARGEST, Math.min(LARGEST, value));
    }

    /** Whether enough was learned to score by. */
    public boolean isReady() {
        return forest.isOutputReady();
    }

    /** How many points were learned. */
    public long points() {
        return forest.getTotalUpdates();
    }

    /** How unlike the points learned this one is; 0 while not ready. */
    public double score(float[] point) {
        return forest.getAnomalyScore(point);
    }

    public void learn(float[] point) {
        forest.update(point);
    }

    /**
     * The score in its parts.
     *
     * @return per dimension the part that is due to the point lying too high there, or, with a negative sign, too low:
     *     whichever is more
     */
    public double[] attribution(float[] point) {
        DiVector parts = forest.getAnomalyAttribution(point);
        double[] signed = new double[point.length];
        for (int i = 0; i < signed.length; i++) {
            double both = parts.high[i] + parts.low[i];
            signed[i] = parts.high[i] >= parts.low[i] ? both : -both;
        }
        return signed;
    }

    /** What the points learned would have in dimension {@code missing} next to the other numbers of this one. */
    public double expected(float[] point, int missing) {
        return forest.imputeMissingValues(point, new int[] {missing})[missing];
    }
}
