package io.flowtide.core.model;

/** How the deviation from a mean is measured. */
public enum DeviationKind {
    /** {@code sqrt(1/n sum (s - mu)^2)}. */
    STANDARD,
    /** {@code 1/n sum |s - mu|}. */
    MEAN_ABSOLUTE
}
