package io.flowtide.core.model;

/**
 * How far forecasts of the past were off: by the hour of the day, and growing with how many days ahead they looked. The
 * standard deviation is {@code sqrt(pi / 2)} times the mean absolute error, which is the same for normal errors and does not
 * mind a few wild ones.
 */
public final class ForecastSpread {

    private static final double STANDARD_PER_ABSOLUTE = Math.sqrt(Math.PI / 2);
    private static final int HOURS = 24;
    private static final int DAYS = 14;
    private static final int DAY = 86_400;
    /** Fewer errors than these say little of their own. */
    private static final double PRIOR = 12;

    private final double[] byHour = new double[HOURS];
    private final double[] hourCount = new double[HOURS];
    private final double[] byLead = new double[DAYS];
    private final double[] leadCount = new double[DAYS];

    /** Knows nothing yet. */
    public ForecastSpread() {}

    /** Reads what {@link #write} wrote. */
    public ForecastSpread(SnapshotInput in) {
        for (double[] row : new double[][] {byHour, hourCount, byLead, leadCount}) {
            System.arraycopy(in.numbers(), 0, row, 0, row.length);
        }
    }

    /** Writes all to a snapshot. */
    public void write(SnapshotOutput out) {
        out.numbers(byHour).numbers(hourCount).numbers(byLead).numbers(leadCount);
    }

    /**
     * Adds an error.
     *
     * @param secondOfDay when in the day the bucket is, 0 to 86399
     * @param ahead how many seconds after the forecast was made
     */
    public void add(long secondOfDay, long ahead, double error) {
        byHour[hour(secondOfDay)] += Math.abs(error);
        hourCount[hour(secondOfDay)]++;
        byLead[lead(ahead)] += Math.abs(error);
        leadCount[lead(ahead)]++;
    }

    /** The standard deviation of a forecast; 0 when nothing was added. */
    public double deviation(long secondOfDay, long ahead) {
        double all = sum(byHour) / Math.max(1, sum(hourCount));
        if (all == 0) {
            return 0;
        }
        double hour = shrunk(byHour[hour(secondOfDay)], hourCount[hour(secondOfDay)], all);
        int lead = lead(ahead);
        while (lead > 0 && leadCount[lead] == 0) {
            lead--;
        }
        return STANDARD_PER_ABSOLUTE * hour * shrunk(byLead[lead], leadCount[lead], all) / all;
    }

    private static double shrunk(double sum, double count, double all) {
        return (sum + PRIOR * all) / (count + PRIOR);
    }

    private static double sum(double[] row) {
        double sum = 0;
        for (double number : row) {
            sum += number;
        }
        return sum;
    }

    private static int hour(long secondOfDay) {
        return (int) (secondOfDay * HOURS / DAY);
    }

    private static int lead(long ahead) {
        return (int) Math.min(DAYS - 1, ahead / DAY);
    }
}
