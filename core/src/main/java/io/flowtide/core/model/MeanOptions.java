package io.flowtide.core.model;

/**
 * The choices of the mean predictor.
 *
 * @param days which days are alike
 * @param deviation how the deviation is measured
 */
public record MeanOptions(DayClasses days, DeviationKind deviation) {

    /** Working days against weekends, standard deviation: as the original has it. */
    public static final MeanOptions DEFAULT = new MeanOptions(DayClasses.WEEKDAY_OR_WEEKEND, DeviationKind.STANDARD);
}
