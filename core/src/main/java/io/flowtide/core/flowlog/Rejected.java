package io.flowtide.core.flowlog;

/**
 * A line that can't be used.
 *
 * @param line from 1, or {@link RejectSink#WHOLE_FILE}
 * @param reason what is wrong, for people
 * @param text the line, shortened when it is very long
 */
public record Rejected(long line, String reason, String text) {}
