package io.flowtide.core.flowlog;

import java.time.Instant;

/**
 * The time that the records of a file cover.
 *
 * @param first when the earliest starts
 * @param last when the latest ends
 */
public record TimeRange(Instant first, Instant last) {}
