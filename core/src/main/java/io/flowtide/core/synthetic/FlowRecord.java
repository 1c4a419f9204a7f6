package io.flowtide.core.synthetic;

/**
 * One flow, as version 2 of the flow logs has it.
 *
 * @param networkInterface which interface saw it, from 0
 * @param source the source's address, as a number
 * @param destination the destination's address, as a number
 * @param start seconds since the epoch
 * @param end seconds since the epoch, in the same minute as {@code start}
 */
record FlowRecord(
        int networkInterface,
        int source,
        int destination,
        int sourcePort,
        int destinationPort,
        int protocol,
        long packets,
        long bytes,
        long start,
        long end,
        boolean accepted) {}
