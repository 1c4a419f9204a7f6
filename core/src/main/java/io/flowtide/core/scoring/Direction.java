package io.flowtide.core.scoring;

/** Which way traffic left the tide. */
public enum Direction {
    /** More than expected. */
    SPIKE,
    /** Less than expected, but not nothing. */
    DIP,
    /** Nothing where something was expected. */
    SILENCE
}
