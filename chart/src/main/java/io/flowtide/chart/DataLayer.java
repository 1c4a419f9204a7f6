package io.flowtide.chart;

import io.flowtide.core.series.Values;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The lines and areas of one panel. A gap breaks them; what lies beyond the panel is cut off. */
final class DataLayer {

    /** An outline of many peaks is legible only when they stand a little apart. */
    private static final int PIXELS_PER_PEAK = 4;

    private final Panel panel;
    private final int columns;
    private final Pen pen;

    /** @param columns how many pixels the panel is wide */
    DataLayer(Pen pen, Panel panel, int columns) {
        this.panel = panel;
        this.columns = columns;
        Graphics2D inside = (Graphics2D) pen.graphics().create();
        inside.clip(panel.area());
        this.pen = new Pen(inside);
    }

    /** A line through the middle of each bucket. */
    void line(Values row, Color color, BasicStroke stroke) {
        draw(Reduction.of(row, columns), 0, color, stroke);
    }

    /** A line for a row that holds for the whole of each bucket, from its start to its end. */
    void level(Values row, Color color, BasicStroke stroke) {
        draw(Reduction.of(row, columns), 0.5, color, stroke);
    }

    /** The upper outline of a row of which only the greatest numbers matter. */
    void outline(Values row, Color color, BasicStroke stroke) {
        draw(Reduction.greatest(row, columns / PIXELS_PER_PEAK), 0, color, stroke);
    }

    private void draw(Reduction points, double overhang, Color color, BasicStroke stroke) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            if (points.isGap(i)) {
                continue;
            }
            double y = panel.y(points.y()[i]);
            if (points.isGap(i - 1)) {
                path.moveTo(panel.x(points.x()[i] - overhang), y);
            }
            path.lineTo(panel.x(points.x()[i]), y);
            if (points.isGap(i + 1)) {
                path.lineTo(panel.x(points.x()[i] + overhang), y);
            }
            if (points.isAlone(i)) {
                dot(panel.x(points.x()[i]), y, 1.6 * stroke.getLineWidth(), color);
            }
        }
        pen.outline(path, color, stroke);
    }

    /** A bucket between two gaps has no line. */
    private void dot(double x, double y, double radius, Color color) {
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), color);
    }

    /** The area between two rows, wherever both are known. */
    void band(Values low, Values high, Color color) {
        if (low.isEmpty() || high.isEmpty()) {
            return;
        }
        Reduction floor = Reduction.lowest(low, columns);
        Reduction ceiling = Reduction.greatest(high, columns);
        int from = 0;
        for (int to = 0; to <= floor.size(); to++) {
            if (floor.isGap(to) || ceiling.isGap(to)) {
                if (to > from) {
                    pen.fill(area(floor, ceiling, from, to), color);
                }
                from = to + 1;
            }
        }
    }

    /** From {@code from} to {@code to}, exclusive, and half a bucket more at either end. */
    private Path2D area(Reduction floor, Reduction ceiling, int from, int to) {
        Path2D area = new Path2D.Double();
        area.moveTo(panel.x(floor.x()[from] - 0.5), panel.y(floor.y()[from]));
        for (int i = from; i < to; i++) {
            area.lineTo(panel.x(floor.x()[i]), panel.y(floor.y()[i]));
        }
        area.lineTo(panel.x(floor.x()[to - 1] + 0.5), panel.y(floor.y()[to - 1]));
        area.lineTo(panel.x(floor.x()[to - 1] + 0.5), panel.y(ceiling.y()[to - 1]));
        for (int i = to - 1; i >= from; i--) {
            area.lineTo(panel.x(ceiling.x()[i]), panel.y(ceiling.y()[i]));
        }
        area.lineTo(panel.x(floor.x()[from] - 0.5), panel.y(ceiling.y()[from]));
        area.closePath();
        return area;
    }
}
