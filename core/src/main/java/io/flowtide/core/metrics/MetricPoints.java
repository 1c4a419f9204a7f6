package io.flowtide.core.metrics;

import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** The data points of one metric by their time. */
final class MetricPoints {

    private final SortedMap<Long, Long> thousandths = new TreeMap<>();

    /**
     * @param second seconds since the epoch
     * @return whether there was none at that time before; if there was, it stays
     */
    boolean add(long second, long count) {
        return thousandths.putIfAbsent(second, count) == null;
    }

    SortedMap<Long, Long> thousandths() {
        return thousandths;
    }

    /** The smallest distance of two points in seconds: what CloudWatch calls the period. */
    OptionalLong period() {
        long smallest = Long.MAX_VALUE;
        long before = 0;
        boolean first = true;
        for (Map.Entry<Long, Long> point : thousandths.entrySet()) {
            smallest = first ? smallest : Math.min(smallest, point.getKey() - before);
            before = point.getKey();
            first = false;
        }
        return smallest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(smallest);
    }
}
