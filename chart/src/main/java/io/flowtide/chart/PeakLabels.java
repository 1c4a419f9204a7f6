package io.flowtide.chart;

import io.flowtide.core.series.Values;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Marks the peak of each anomaly and writes its size beside it, where it covers the least of the data. */
final class PeakLabels {

    /** More labels than these are noise; the shading still marks every anomaly. */
    private static final int MOST = 6;

    private static final double HEIGHT = 22;
    private static final double RADIUS = 4.5;
    private static final double[][] SIDES = {
        {0, -1}, {1, -0.6}, {-1, -0.6}, {1, 0.6}, {-1, 0.6}, {1, 0}, {-1, 0}, {0, 1}
    };
    private static final double[] DISTANCES = {14, 30, 60};

    private final Pen pen;
    private final Panel panel;
    private final Values values;
    private final List<Rectangle2D> taken = new ArrayList<>();

    PeakLabels(Pen pen, Panel panel) {
        this.pen = pen;
        this.panel = panel;
        this.values = panel.spec().values();
    }

    void draw() {
        panel.spec().anomalies().stream()
                .filter(this::hasPeak)
                .sorted(Comparator.comparing(ChartSpec.Span::severity)
                        .reversed()
                        .thenComparing(ChartSpec.Span::start))
                .limit(MOST)
                .forEach(this::draw);
    }

    private boolean hasPeak(ChartSpec.Span span) {
        int bucket = panel.bucket(span.peak());
        return bucket >= 0 && bucket < values.size() && Double.isFinite(values.get(bucket));
    }

    private void draw(ChartSpec.Span span) {
        int bucket = panel.bucket(span.peak());
        double x = panel.x(bucket + 0.5);
        double y = panel.y(values.get(bucket));
        String text = text(bucket);
        double width = pen.width(text, Typeface.PEAK) + 16;
        place(x, y, width).ifPresent(box -> {
            taken.add(box);
            pen.line(
                    x,
                    y,
                    nearest(x, box.getMinX(), box.getMaxX()),
                    nearest(y, box.getMinY(), box.getMaxY()),
                    Palette.ANOMALY_TEXT,
                    Pen.HAIRLINE);
            RoundRectangle2D frame =
                    new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 8, 8);
            pen.fill(frame, Palette.PAPER);
            pen.outline(frame, Palette.ANOMALY_TEXT, Pen.HAIRLINE);
            pen.write(text, Typeface.PEAK, Palette.ANOMALY_TEXT, box.getX() + 8, box.getMaxY() - 6.5);
        });
        Ellipse2D dot = new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        pen.fill(dot, Palette.ANOMALY);
        pen.outline(dot, Palette.PAPER, new BasicStroke(1.5f));
    }

    private String text(int bucket) {
        double value = values.get(bucket);
        Values expected = panel.spec().expected();
        String change = expected.isEmpty() ? "" : Numbers.change(value, expected.get(bucket));
        return change.isEmpty() ? Numbers.compact(value) : Numbers.compact(value) + "  " + change;
    }

    /** The place that covers the least data, the nearest of equals; none when every place is taken. */
    private Optional<Rectangle2D> place(double x, double y, double width) {
        Rectangle2D best = null;
        double least = Double.POSITIVE_INFINITY;
        for (double distance : DISTANCES) {
            for (double[] side : SIDES) {
                Rectangle2D box = new Rectangle2D.Double(
                        x + side[0] * (distance + width / 2) - width / 2,
                        y + side[1] * (distance + HEIGHT / 2) - HEIGHT / 2,
                        width,
                        HEIGHT);
                double cost = covered(box) + distance / 10;
                if (panel.area().contains(box) && isFree(box) && cost < least) {
                    best = box;
                    least = cost;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isFree(Rectangle2D box) {
        return taken.stream().noneMatch(box::intersects);
    }

    /** How many layout units of the line, counted along the axis of time, lie below the box. */
    private double covered(Rectangle2D box) {
        double perUnit = values.size() / panel.area().width;
        int from = (int) Math.max(0, (box.getMinX() - panel.area().x) * perUnit);
        int to = (int) Math.min(values.size() - 1.0, (box.getMaxX() - panel.area().x) * perUnit);
        double count = 0;
        for (int i = from; i < to; i++) {
            double top = Math.min(panel.y(values.get(i)), panel.y(values.get(i + 1)));
            double bottom = Math.max(panel.y(values.get(i)), panel.y(values.get(i + 1)));
            count += bottom >= box.getMinY() && top <= box.getMaxY() ? 1 : 0;
        }
        return count / perUnit;
    }

    private static double nearest(double place, double from, double to) {
        return Math.max(from, Math.min(to, place));
    }
}
