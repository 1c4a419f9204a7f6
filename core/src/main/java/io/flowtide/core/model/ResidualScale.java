package io.flowtide.core.model;

/**
 * Judges residuals, summed over a span of buckets, by the extremes that such sums have reached before: 1 is as far out as
 * one in two hundred of them.
 */
final class ResidualScale {

    /** A residual counts at most so much by itself. */
    private static final double LARGEST = 1000;
    /**
     * In a sum it counts at most so much: a bucket that is further out was judged by itself, and must not drown the rest of
     * its hour, nor keep it an event when it is over.
     */
    private static final double LARGEST_SUM = 12;

    private static final double LEAST_IN_SUM = 3;

    private static final double RUN_FADING = 0.5;
    private static final int ONE_IN = 200;
    private static final double GUESS_COUNTS_AS = 200;

    private final double[] last;
    private final double largest;
    private int next;
    private int size;
    private double sum;
    /** How long the sums have been extreme: one event counts about once, however long it lasts. */
    private double run;

    private final TailQuantile above;
    private final TailQuantile below;

    /**
     * @param span how many buckets are summed
     * @param guess what one in two hundred sums is expected to exceed, in deviations
     */
    ResidualScale(int span, double guess) {
        last = new double[span];
        largest = largest(span);
        above = new TailQuantile(guess, ONE_IN, GUESS_COUNTS_AS);
        below = new TailQuantile(guess, ONE_IN, GUESS_COUNTS_AS);
    }

    ResidualScale(int span, double guess, SnapshotInput in) {
        last = in.numbers();
        if (last.length != span) {
            throw new SnapshotException("The snapshot sums residuals over " + last.length + " buckets, not " + span);
        }
        largest = largest(span);
        next = in.small();
        size = in.small();
        sum = in.number();
        run = in.number();
        above = new TailQuantile(guess, ONE_IN, GUESS_COUNTS_AS, in);
        below = new TailQuantile(guess, ONE_IN, GUESS_COUNTS_AS, in);
    }

    private static double largest(int span) {
        return span == 1 ? LARGEST : Math.max(LEAST_IN_SUM, LARGEST_SUM / span);
    }

    void write(SnapshotOutput out) {
        out.numbers(last).integer(next).integer(size).number(sum).number(run);
        above.write(out);
        below.write(out);
    }

    /** Moves the span on by one bucket, whose residual is given in deviations. */
    void push(double residual) {
        last[next] = Math.max(-largest, Math.min(largest, residual));
        next = (next + 1) % last.length;
        size = Math.min(size + 1, last.length);
        sum = 0;
        for (double number : last) {
            sum += number;
        }
    }

    /** How far out the sum is, with its sign; 0 until the span is full. */
    double score() {
        if (size < last.length) {
            return 0;
        }
        double deviations = deviations();
        return deviations / (deviations > 0 ? above : below).get();
    }

    /** Learns from the sum, as far as it is trusted. */
    void learn(double trust) {
        if (size < last.length) {
            return;
        }
        double share = trust / (1 + run);
        run = Math.abs(score()) > 1 ? run + 1 : run * RUN_FADING;
        double deviations = deviations();
        above.add(Math.max(deviations, 0), share);
        below.add(Math.max(-deviations, 0), share);
    }

    private double deviations() {
        return sum / Math.sqrt(last.length);
    }

    /** From how many deviations above the expected value a bucket is extreme, and below. */
    double upper() {
        return above.get();
    }

    double lower() {
        return below.get();
    }
}
