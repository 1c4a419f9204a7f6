package io.flowtide.core.flowlog;

import java.util.Locale;

/** What is counted. */
public enum Metric {
    /** Flow records. A record stands for all packets of one connection in its interval. */
    REQUESTS,
    BYTES,
    PACKETS;

    /** As it stands in a series' name: {@code requests}. */
    public String seriesName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no metric of that name; the message says which there are */
    public static Metric parse(String name) {
        for (Metric metric : values()) {
            if (metric.seriesName().equals(name)) {
                return metric;
            }
        }
        throw new IllegalArgumentException("A metric is one of requests, bytes and packets, not '" + name + "'");
    }
}
