package io.flowtide.core.series;

/**
 * The arithmetic of spreading a count over the time that it covers: exact, in thousandths, and the same whatever the
 * order. The share of a part of the time is the difference of two cumulative shares, so that all parts sum to the whole.
 */
public final class Spreading {

    /** The fixed point: what a whole count weighs. */
    public static final long THOUSANDTHS = 1000;
    /** No single record of a network counts more: 1 PB. */
    public static final long LARGEST_COUNT = 1_000_000_000_000_000L;

    private Spreading() {}

    /**
     * {@code floor(whole * elapsed / duration)}, without overflow.
     *
     * @param whole thousandths, not negative
     * @param elapsed seconds from the start, 0 to {@code duration}
     * @param duration seconds, positive
     */
    public static long cumulative(long whole, long elapsed, long duration) {
        long perSecond = whole / duration;
        long rest = whole - perSecond * duration;
        return perSecond * elapsed + rest * elapsed / duration;
    }

    /** The sum of two numbers; {@link Long#MAX_VALUE} where a long can't hold it. */
    public static long sum(long left, long right) {
        long sum = left + right;
        boolean overflows = ((left ^ sum) & (right ^ sum)) < 0;
        return overflows ? Long.MAX_VALUE : sum;
    }
}
