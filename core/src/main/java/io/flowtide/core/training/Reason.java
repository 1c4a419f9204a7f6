package io.flowtide.core.training;

/** Why a stretch of a history is not learned from as it is. */
public enum Reason {
    /** There is nothing. */
    GAP,
    /** Everything in it is larger or smaller by one factor, as when a source is counted twice. It is scaled back. */
    RESCALED,
    /** Some hours of an otherwise ordinary day leave its pattern. */
    OUTLIER,
    /** A day unlike the other days of its weekday. */
    UNUSUAL_DAY,
    /** Such days in a row, as over the holidays. */
    UNUSUAL_SEASON
}
