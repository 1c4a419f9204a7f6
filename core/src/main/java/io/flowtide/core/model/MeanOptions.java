package io.flowtide.core.model;

import java.util.List;

/**
 * The choices of the mean predictor.
 *
 * @param days which days are alike; a holiday of the series' calendar is always a class of its own
 * @param deviation how the deviation is measured
 * @param smoothing how many places of the day on either side are averaged into the mean of a place; 0 does not smooth
 * @param ranges what of the history is left out or rescaled
 */
public record MeanOptions(DayClasses days, DeviationKind deviation, int smoothing, List<TrainingRange> ranges) {

    /** Working days against weekends, standard deviation, all of the history as it is: as the original has it. */
    public static final MeanOptions DEFAULT = new MeanOptions(DayClasses.WEEKDAY_OR_WEEKEND, DeviationKind.STANDARD);

    public MeanOptions {
        ranges = List.copyOf(ranges);
        if (smoothing < 0) {
            throw new IllegalArgumentException("Smoothing takes 0 or more places on either side, not " + smoothing);
        }
    }

    /** Without smoothing, from all of the history. */
    public MeanOptions(DayClasses days, DeviationKind deviation) {
        this(days, deviation, 0, List.of());
    }
}
