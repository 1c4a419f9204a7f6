package io.flowtide.chart;

import io.flowtide.core.series.Values;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/** Shows where in a panel the anomalies are. */
final class AnomalyMarks {

    /** So wide is the shade of an anomaly that lasts less than a pixel. */
    private static final double LEAST_SHADE = 3;

    private final Pen pen;
    private final Panel panel;
    private final ChartSpec spec;

    AnomalyMarks(Pen pen, Panel panel) {
        this.pen = pen;
        this.panel = panel;
        this.spec = panel.spec();
    }

    /** Shades each anomaly from its start to its end. */
    void shades() {
        Rectangle2D.Double area = panel.area();
        for (ChartSpec.Span span : spec.anomalies()) {
            double from = Math.max(panel.x(span.start()), area.x);
            double to = Math.min(panel.x(span.end()), area.getMaxX());
            if (to > from) {
                double width = Math.max(to - from, LEAST_SHADE);
                pen.rectangle((from + to - width) / 2, area.y, width, area.height, Palette.ANOMALY_SHADE);
            }
        }
    }

    /** Draws a small arrow above each anomaly, so that a short one among weeks is found. */
    void arrows() {
        for (ChartSpec.Span span : spec.anomalies()) {
            double x = panel.x(panel.bucket(span.peak()) + 0.5);
            if (x >= panel.area().x && x <= panel.area().getMaxX()) {
                pen.fill(arrow(x, panel.area().y - 2), Palette.ANOMALY);
            }
        }
    }

    private static Path2D arrow(double x, double top) {
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x - 5, top);
        arrow.lineTo(x + 5, top);
        arrow.lineTo(x, top + 8);
        arrow.closePath();
        return arrow;
    }

    /** The row where it is anomalous, with one bucket on either side so that its line joins the other; elsewhere gaps. */
    Values only(Values row) {
        double[] numbers = new double[row.size()];
        Arrays.fill(numbers, Double.NaN);
        for (ChartSpec.Span span : spec.anomalies()) {
            int from = Math.max(panel.bucket(span.start()) - 1, 0);
            int to = Math.min(panel.bucket(span.end().minusNanos(1)) + 1, row.size() - 1);
            for (int i = from; i <= to; i++) {
                numbers[i] = row.get(i);
            }
        }
        return Values.of(numbers);
    }
}
