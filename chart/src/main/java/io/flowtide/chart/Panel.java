package io.flowtide.chart;

import java.awt.geom.Rectangle2D;
import java.time.Duration;
import java.time.Instant;

/**
 * A rectangle of the picture with its two scales.
 *
 * @param area where it lies
 * @param spec what is shown; its buckets fill the width
 * @param axis the vertical scale
 */
record Panel(Rectangle2D.Double area, ChartSpec spec, ValueAxis axis) {

    /** The horizontal place of a position counted in buckets from the start. */
    double x(double buckets) {
        return area.x + area.width * buckets / spec.values().size();
    }

    double x(Instant time) {
        return x(buckets(time));
    }

    /** The vertical place of a value; outside the area when the value is beyond the axis. */
    double y(double value) {
        return area.getMaxY() - area.height * (value - axis.low()) / (axis.high() - axis.low());
    }

    private double buckets(Instant time) {
        return (double) Duration.between(spec.start(), time).toMillis()
                / spec.width().toMillis();
    }

    /** The bucket that holds a time; negative or beyond the last outside the panel. */
    int bucket(Instant time) {
        return (int) Math.floor(buckets(time));
    }
}
