package io.flowtide.core.model;

/**
 * The quantile that one in so many of the last few thousand numbers exceeds, positive or zero, from a histogram of
 * logarithmic bins that forgets slowly. Before there is much to go by it is drawn to a given guess.
 */
final class TailQuantile {

    private static final int BINS = 120;
    private static final double LOWEST = StrictMath.log(0.02);
    private static final double STEP = 0.08;
    private static final double FORGETTING = 2.3e-4;
    /** Quiet data bring the quantile down to this share of the guess at most. */
    private static final double LEAST_OF_GUESS = 0.7;

    private static final double TOO_HEAVY = 1e12;

    private final double guess;
    private final int oneIn;
    private final double guessCountsAs;
    private final double[] bins = new double[BINS];
    private double total;
    /** The weight of the next number: growing it forgets all earlier ones at once. */
    private double weight = 1;

    /**
     * @param guess what the quantile is while nothing was seen
     * @param oneIn one in so many numbers exceeds it
     * @param guessCountsAs when so many numbers were seen, they and the guess count the same
     */
    TailQuantile(double guess, int oneIn, double guessCountsAs) {
        this.guess = guess;
        this.oneIn = oneIn;
        this.guessCountsAs = guessCountsAs;
    }

    TailQuantile(double guess, int oneIn, double guessCountsAs, SnapshotInput in) {
        this(guess, oneIn, guessCountsAs);
        System.arraycopy(in.numbers(), 0, bins, 0, BINS);
        total = in.number();
        weight = in.number();
    }

    void write(SnapshotOutput out) {
        out.numbers(bins).number(total).number(weight);
    }

    /** @param share how much the number counts, 0 to 1 */
    void add(double number, double share) {
        weight *= 1 + share * FORGETTING;
        bins[bin(number)] += weight * share;
        total += weight * share;
        if (weight > TOO_HEAVY) {
            lighten();
        }
    }

    private void lighten() {
        for (int i = 0; i < BINS; i++) {
            bins[i] /= weight;
        }
        total /= weight;
        weight = 1;
    }

    private static int bin(double number) {
        if (!(number > 0)) {
            return 0;
        }
        return (int) Math.max(0, Math.min(BINS - 1, (StrictMath.log(number) - LOWEST) / STEP));
    }

    double get() {
        double seen = total / weight;
        double share = seen / (seen + guessCountsAs);
        double observed = Math.max(observed(), LEAST_OF_GUESS * guess);
        return StrictMath.exp(share * StrictMath.log(observed) + (1 - share) * StrictMath.log(guess));
    }

    private double observed() {
        double needed = total / oneIn;
        double above = 0;
        for (int i = BINS - 1; i >= 0 && needed > 0; i--) {
            if (above + bins[i] >= needed) {
                return StrictMath.exp(LOWEST + (i + 1 - (needed - above) / bins[i]) * STEP);
            }
            above += bins[i];
        }
        return 0;
    }
}
