package io.flowtide.core.model.tide;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What each past week has to be multiplied by to be at the level of the last one. Between two weeks the level changes by the
 * median of the seven ratios of a day to the same weekday before, which one or two strange days do not move.
 */
final class WeekLevels {

    private static final double LOWEST = 0.2;
    private static final double HIGHEST = 5;

    private WeekLevels() {}

    /** One factor per week, the last week first. */
    static double[] factors(PastDays days) {
        int weeks = days.count() == 0 ? 1 : days.weeksAgo(days.count() - 1) + 1;
        double[] factors = new double[weeks];
        factors[0] = 1;
        for (int week = 1; week < weeks; week++) {
            factors[week] = factors[week - 1] * change(days, week - 1);
        }
        return factors;
    }

    private static double change(PastDays days, int week) {
        double[] ratios = IntStream.range(0, days.count())
                .filter(i -> days.weeksAgo(i) == week && days.weekBefore(i) >= 0)
                .mapToDouble(i -> ratio(days.values(i), days.values(days.weekBefore(i))))
                .filter(Double::isFinite)
                .toArray();
        return ratios.length == 0 ? 1 : Math.max(LOWEST, Math.min(HIGHEST, median(ratios)));
    }

    /** Of the sums where both are known; NaN where no level can be told. */
    private static double ratio(double[] day, double[] before) {
        double sum = 0;
        double sumBefore = 0;
        for (int place = 0; place < day.length; place++) {
            if (!Double.isNaN(day[place] + before[place])) {
                sum += day[place];
                sumBefore += before[place];
            }
        }
        return sum > 0 && sumBefore > 0 ? sum / sumBefore : Double.NaN;
    }

    private static double median(double[] numbers) {
        Arrays.sort(numbers);
        int middle = numbers.length / 2;
        return numbers.length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
    }
}
