package io.flowtide.core.model;

/**
 * Count, mean and standard deviation of numbers that come one by one.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1962.10490022">B. P. Welford (1962)</a>
 */
public final class Moments {

    private long count;
    private double mean;
    private double squares;

    public Moments() {}

    /**
     * Moments that were taken down before.
     *
     * @param squares the sum of squared distances from the mean
     */
    public Moments(long count, double mean, double squares) {
        this.count = count;
        this.mean = mean;
        this.squares = squares;
    }

    /** The same, on its own from here on. */
    public Moments copy() {
        return new Moments(count, mean, squares);
    }

    Moments(SnapshotInput in) {
        count = in.integer();
        mean = in.number();
        squares = in.number();
    }

    void write(SnapshotOutput out) {
        out.integer(count).number(mean).number(squares);
    }

    public void add(double number) {
        count++;
        double before = number - mean;
        mean += before / count;
        squares += before * (number - mean);
    }

    public long count() {
        return count;
    }

    /** 0 while nothing was added. */
    public double mean() {
        return mean;
    }

    /** The sum of squared distances from the mean. */
    public double squares() {
        return squares;
    }

    /** {@code sqrt(1/n sum (x - mean)^2)}, 0 while nothing was added. */
    public double standardDeviation() {
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }
}
