package io.flowtide.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;

/**
 * What a command works with.
 *
 * @param in where {@code -} reads from
 * @param out where results go
 * @param err where everything else goes
 * @param clock what time it is
 */
record Surroundings(InputStream in, PrintWriter out, PrintWriter err, Clock clock) {}
