package io.flowtide.core.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One metric of a dump, while it is read. */
final class DumpedMetric {

    private final String key;
    private final List<Found> points = new ArrayList<>();
    private String label = "";
    private boolean leftOut;

    /** @param key the name under which it stands; blank when it stands alone */
    DumpedMetric(String key) {
        this.key = key;
    }

    void label(String text) {
        label = text;
    }

    /** @param point nothing when it has no statistic that counts */
    void add(Optional<DataPoint> point, Position position) {
        point.ifPresentOrElse(counted -> points.add(new Found(counted, position)), () -> leftOut = true);
    }

    /** The key, or the label of a metric that stands alone. */
    String name() {
        return Stream.of(key, label).filter(name -> !name.isBlank()).findFirst().orElse("metric");
    }

    List<Found> points() {
        return points;
    }

    /** Whether a data point was not counted, because it has only averages and the like. */
    boolean isLeftOut() {
        return leftOut;
    }

    /** A data point, and where it stands. */
    record Found(DataPoint point, Position position) {

        String text() {
            return Instant.ofEpochSecond(point.second()) + ", " + point.thousandths() + " thousandths";
        }
    }
}
