package io.flowtide.local.lambda;

import java.util.List;

/**
 * A function as it stands now.
 *
 * @param name the stage's name
 * @param processes the ids of its processes
 * @param busy how many of them have an event in hand
 * @param waiting events that no process has taken yet
 * @param done invocations that succeeded
 * @param failed attempts that failed
 * @param meanMilliseconds the mean duration of the successful ones
 */
public record FunctionState(
        String name, List<Long> processes, int busy, int waiting, long done, long failed, double meanMilliseconds) {}
