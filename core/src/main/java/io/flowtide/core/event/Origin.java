package io.flowtide.core.event;

/** Where a window came from. */
public enum Origin {
    /** The stream of flow logs and metric dumps: slots that closed. */
    STREAM,
    /** A CSV that a user uploaded to be scored at once. */
    UPLOAD
}
