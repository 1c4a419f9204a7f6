package io.flowtide.core.dependency;

import io.flowtide.core.series.SeriesId;

/**
 * A service and one that it sends to.
 *
 * @param source the sender's service
 * @param destination the receiver's service
 */
public record Pair(String source, String destination) implements Comparable<Pair> {

    /** Stands for all that there was no room to tell apart. */
    public static final Pair OTHER = new Pair("other", "other");

    /** The series of its requests when the dimension {@code pair} is tracked. */
    public SeriesId series() {
        return SeriesId.of("requests", "pair", toString());
    }

    @Override
    public int compareTo(Pair other) {
        int order = source.compareTo(other.source);
        return order == 0 ? destination.compareTo(other.destination) : order;
    }

    @Override
    public String toString() {
        return source + "->" + destination;
    }
}
