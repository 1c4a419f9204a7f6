package io.flowtide.core.synthetic;

/**
 * The shape of a week: two rush hours on working days, one quiet hump on the weekend, little at night. Its mean over the
 * week is 1.
 */
final class Tide {

    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final int WORKING_DAYS = 5;
    private static final int DAYS = 7;

    private static final double[] WORKING_DAY = new double[MINUTES_PER_DAY];
    private static final double[] WEEKEND_DAY = new double[MINUTES_PER_DAY];

    static {
        double week = 0;
        for (int minute = 0; minute < MINUTES_PER_DAY; minute++) {
            double hour = minute / 60.0;
            WORKING_DAY[minute] =
                    0.12 + hump(hour, 8, 1.3, 1) + hump(hour, 12.75, 2.4, 0.45) + hump(hour, 17.5, 1.7, 0.95);
            WEEKEND_DAY[minute] = 0.12 + hump(hour, 14.5, 3.6, 0.42);
            week += WORKING_DAYS * WORKING_DAY[minute] + (DAYS - WORKING_DAYS) * WEEKEND_DAY[minute];
        }
        double mean = week / (DAYS * MINUTES_PER_DAY);
        for (int minute = 0; minute < MINUTES_PER_DAY; minute++) {
            WORKING_DAY[minute] /= mean;
            WEEKEND_DAY[minute] /= mean;
        }
    }

    private Tide() {}

    /** A bell curve around an hour, which goes on beyond midnight. */
    private static double hump(double hour, double peak, double width, double height) {
        double distance = Math.abs(hour - peak);
        double around = Math.min(distance, 24 - distance);
        return height * StrictMath.exp(-0.5 * (around / width) * (around / width));
    }

    /**
     * @param dayOfWeek 1 (Monday) to 7 (Sunday)
     * @param minuteOfDay 0 to 1439, local time
     */
    static double at(int dayOfWeek, int minuteOfDay) {
        return dayOfWeek <= WORKING_DAYS ? WORKING_DAY[minuteOfDay] : WEEKEND_DAY[minuteOfDay];
    }
}
