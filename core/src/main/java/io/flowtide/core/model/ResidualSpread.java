package io.flowtide.core.model;

/**
 * The standard deviation that residuals have at an hour of the day, on working days and on weekends. Kept as variance
 * per unit of the expected value, which is constant for counts that come independently (Poisson); between the hours it
 * is interpolated.
 */
final class ResidualSpread {

    private static final int HOURS = 24;
    private static final double SECONDS = 3600;
    /** What an hour's residual still counts after the next one in that hour. */
    private static final double FADING = 0.985;

    private static final double FADING_OF_ALL = 0.998;
    /** All hours together count as so many residuals of each. */
    private static final double SHARED = 10;
    /** A residual counts at most as so many deviations. */
    private static final double CLIP = 4;

    private static final double LEAST = 1e-3;

    private final double[] sum = new double[2 * HOURS];
    private final double[] count = new double[2 * HOURS];
    private double sumOfAll;
    private double countOfAll;

    ResidualSpread() {}

    ResidualSpread(SnapshotInput in) {
        System.arraycopy(in.numbers(), 0, sum, 0, sum.length);
        System.arraycopy(in.numbers(), 0, count, 0, count.length);
        sumOfAll = in.number();
        countOfAll = in.number();
    }

    void write(SnapshotOutput out) {
        out.numbers(sum).numbers(count).number(sumOfAll).number(countOfAll);
    }

    /**
     * @param size the magnitude of the expected value, positive
     * @param second the middle of the bucket in seconds of the local day
     * @return the standard deviation, positive
     */
    double deviation(double size, double second, boolean weekend) {
        if (countOfAll == 0) {
            return size;
        }
        double hour = second / SECONDS - 0.5;
        int before = (int) Math.floor(hour);
        double share = hour - before;
        double variance = (1 - share) * perUnit(before, weekend) + share * perUnit(before + 1, weekend);
        return Math.max(Math.sqrt(size * variance), LEAST * size);
    }

    private double perUnit(int hour, boolean weekend) {
        int cell = cell(hour, weekend);
        return (sum[cell] + SHARED * sumOfAll / countOfAll) / (count[cell] + SHARED);
    }

    /** Adds the residual of a bucket whose deviation was {@code deviation}, as far as it is trusted. */
    void add(double residual, double deviation, double size, double second, boolean weekend, double trust) {
        double clipped = Math.min(Math.abs(residual), CLIP * deviation);
        double perUnit = clipped * clipped / size;
        int cell = cell((int) (second / SECONDS), weekend);
        sum[cell] = faded(sum[cell], FADING, trust) + trust * perUnit;
        count[cell] = faded(count[cell], FADING, trust) + trust;
        sumOfAll = faded(sumOfAll, FADING_OF_ALL, trust) + trust * perUnit;
        countOfAll = faded(countOfAll, FADING_OF_ALL, trust) + trust;
    }

    private static double faded(double number, double fading, double trust) {
        return number * (1 - trust * (1 - fading));
    }

    private static int cell(int hour, boolean weekend) {
        return Math.floorMod(hour, HOURS) + (weekend ? HOURS : 0);
    }
}
