package io.flowtide.core.scoring;

/** How far a score lies beyond the cut-off, in three levels that are compared in this order. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH;

    public boolean atLeast(Severity other) {
        return compareTo(other) >= 0;
    }
}
