package io.flowtide.chart;

import io.flowtide.core.series.Values;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    private static final double[] SHIFTS = {0, -0.4, 0.4};
    private static final double BELOW_EDGE = 12;
    /** So much further away is as bad as one more layout unit of the line covered. */
    private static final double NEARNESS = 16;

    private final Pen pen;
    private final Panel panel;
    private final Values values;
    private final List<Point2D> peaks = new ArrayList<>();
    private final List<Rectangle2D> boxes = new ArrayList<>();
    private final List<Line2D> leaders = new ArrayList<>();

    PeakLabels(Pen pen, Panel panel) {
        this.pen = pen;
        this.panel = panel;
        this.values = panel.spec().values();
    }

    void draw() {
        List<ChartSpec.Span> spans = panel.spec().anomalies().stream()
                .filter(this::hasPeak)
                .sorted(Comparator.comparing(ChartSpec.Span::severity)
                        .thenComparingDouble(this::score)
                        .reversed()
                        .thenComparing(ChartSpec.Span::start))
                .limit(MOST)
                .toList();
        spans.forEach(span -> peaks.add(peak(span)));
        spans.forEach(this::label);
        peaks.forEach(this::dot);
    }

    private boolean hasPeak(ChartSpec.Span span) {
        int bucket = panel.bucket(span.peak());
        return bucket >= 0 && bucket < values.size() && Double.isFinite(values.get(bucket));
    }

    private Point2D peak(ChartSpec.Span span) {
        int bucket = panel.bucket(span.peak());
        return new Point2D.Double(panel.x(bucket + 0.5), panel.y(values.get(bucket)));
    }

    private void label(ChartSpec.Span span) {
        String text = text(panel.bucket(span.peak()));
        Point2D peak = peak(span);
        place(peak, pen.width(text, Typeface.PEAK) + 16).ifPresent(box -> label(text, box, leader(box, peak)));
    }

    private void dot(Point2D peak) {
        Ellipse2D dot = new Ellipse2D.Double(peak.getX() - RADIUS, peak.getY() - RADIUS, 2 * RADIUS, 2 * RADIUS);
        pen.fill(dot, Palette.ANOMALY);
        pen.outline(dot, Palette.PAPER, new BasicStroke(1.5f));
    }

    private void label(String text, Rectangle2D box, Line2D leader) {
        boxes.add(box);
        leaders.add(leader);
        RoundRectangle2D frame =
                new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 8, 8);
        pen.outline(leader, Palette.ANOMALY_TEXT, Pen.HAIRLINE);
        pen.fill(frame, Palette.PAPER);
        pen.outline(frame, Palette.ANOMALY_TEXT, Pen.HAIRLINE);
        pen.write(text, Typeface.PEAK, Palette.ANOMALY_TEXT, box.getX() + 8, box.getMaxY() - 6.5);
    }

    /** From the peak to the nearest point of its label. */
    private static Line2D leader(Rectangle2D box, Point2D peak) {
        double x = nearest(peak.getX(), box.getMinX(), box.getMaxX());
        double y = nearest(peak.getY(), box.getMinY(), box.getMaxY());
        return new Line2D.Double(peak, new Point2D.Double(x, y));
    }

    private String text(int bucket) {
        double value = values.get(bucket);
        Values expected = panel.spec().expected();
        String change = expected.isEmpty() ? "" : Numbers.change(value, expected.get(bucket));
        return change.isEmpty() ? Numbers.compact(value) : Numbers.compact(value) + "  " + change;
    }

    private double score(ChartSpec.Span span) {
        Values scores = panel.spec().scores();
        return scores.isEmpty() ? 0 : scores.get(panel.bucket(span.peak()));
    }

    /** The place that covers the least data, the nearest of equals; none when every place is taken. */
    private Optional<Rectangle2D> place(Point2D peak, double width) {
        return places(peak.getX(), peak.getY(), width)
                .filter(box -> panel.area().contains(box) && isFree(box, leader(box, peak)))
                .min(Comparator.comparingDouble(box -> covered(box) + distance(box, peak) / NEARNESS));
    }

    /** Around the peak, and in the row below the upper edge, where weeks of data leave room. */
    private Stream<Rectangle2D> places(double x, double y, double width) {
        Stream<Rectangle2D> around = Arrays.stream(DISTANCES).boxed().flatMap(distance -> Arrays.stream(SIDES)
                .map(side -> box(x + side[0] * (distance + width / 2), y + side[1] * (distance + HEIGHT / 2), width)));
        double top = panel.area().y + BELOW_EDGE + HEIGHT / 2;
        Stream<Rectangle2D> above = Arrays.stream(SHIFTS).mapToObj(shift -> box(x + shift * width, top, width));
        return Stream.concat(around, above);
    }

    private static Rectangle2D box(double centreX, double centreY, double width) {
        return new Rectangle2D.Double(centreX - width / 2, centreY - HEIGHT / 2, width, HEIGHT);
    }

    private static double distance(Rectangle2D box, Point2D peak) {
        return peak.distance(box.getCenterX(), box.getCenterY());
    }

    private boolean isFree(Rectangle2D box, Line2D leader) {
        return boxes.stream().noneMatch(other -> other.intersects(box) || leader.intersects(other))
                && leaders.stream().noneMatch(other -> other.intersects(box))
                && peaks.stream().noneMatch(box::contains);
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
