package io.flowtide.core.flowlog;

/** What a line turned out to be. */
enum Outcome {
    ACCEPTED,
    NO_DATA,
    SKIP_DATA,
    /** Not a record of this format; why is for {@link LineDiagnosis} to say. */
    UNREADABLE,
    /** Readable, but the file covers more time than there is room for. */
    NO_ROOM
}
