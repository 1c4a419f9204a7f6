package io.flowtide.chart;

import io.flowtide.core.series.Values;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The lines and areas of one panel, drawn by XChart. The frame around them (axes, grid, legend, marks) is not XChart's,
 * because its ticks can't stand at local midnights, nor can two of its charts share an axis.
 */
final class DataLayer {

    private static final Color NONE = new Color(0, true);
    /** An outline of many peaks is legible only when they stand a little apart. */
    private static final int PIXELS_PER_PEAK = 4;

    private final Panel panel;
    private final int columns;
    private final XYChart chart;
    private final List<Consumer<Pen>> dashes = new ArrayList<>();
    private int rows;

    /** @param columns how many pixels the panel is wide */
    DataLayer(Panel panel, int columns) {
        this.panel = panel;
        this.columns = columns;
        this.chart = new XYChart((int) panel.area().width, (int) panel.area().height);
        strip(chart.getStyler());
    }

    private void strip(XYStyler style) {
        style.setChartBackgroundColor(NONE)
                .setPlotBackgroundColor(NONE)
                .setPlotBorderVisible(false)
                .setLegendVisible(false)
                .setChartTitleVisible(false)
                .setChartPadding(0)
                .setPlotContentSize(1)
                .setAntiAlias(true);
        style.setPlotMargin(0)
                .setPlotGridLinesVisible(false)
                .setAxisTicksVisible(false)
                .setAxisTitlesVisible(false)
                .setXAxisMin(0.0)
                .setXAxisMax((double) panel.spec().values().size())
                .setYAxisMin(panel.axis().low())
                .setYAxisMax(panel.axis().high());
    }

    /** A solid line. */
    DataLayer line(Values values, Color color, BasicStroke stroke) {
        return line(Reduction.of(values, columns), color, stroke);
    }

    /** The upper outline of a row, as a solid line: for rows of which only the greatest numbers matter. */
    DataLayer outline(Values values, Color color, BasicStroke stroke) {
        return line(Reduction.greatest(values, columns / PIXELS_PER_PEAK), color, stroke);
    }

    private DataLayer line(Reduction points, Color color, BasicStroke stroke) {
        if (Arrays.stream(points.y()).anyMatch(Double::isFinite)) {
            add(points.x(), points.y(), XYSeriesRenderStyle.Line)
                    .setLineColor(color)
                    .setLineStyle(stroke);
            dots(points, color);
        }
        return this;
    }

    /** A dashed line. XChart strokes each pair of points for itself, which leaves no dashes; so one path does it. */
    DataLayer dashed(Values values, Color color, BasicStroke stroke) {
        Reduction points = Reduction.of(values, columns);
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.x().length; i++) {
            double y = panel.y(points.y()[i]);
            // Half a bucket to either side where a stretch begins or ends, so that a single bucket has a line as well.
            if (!points.isGap(i) && points.isGap(i - 1)) {
                path.moveTo(panel.x(points.x()[i] - 0.5), y);
            }
            if (!points.isGap(i)) {
                path.lineTo(panel.x(points.x()[i]), y);
            }
            if (!points.isGap(i) && points.isGap(i + 1)) {
                path.lineTo(panel.x(points.x()[i] + 0.5), y);
            }
        }
        dashes.add(pen -> pen.outline(path, color, stroke));
        return this;
    }

    /** A bucket between two gaps has no line; it is a dot. */
    private void dots(Reduction points, Color color) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i < points.x().length; i++) {
            if (points.isAlone(i)) {
                x.add(points.x()[i]);
                y.add(points.y()[i]);
            }
        }
        if (!x.isEmpty()) {
            XYSeries dots = add(toArray(x), toArray(y), XYSeriesRenderStyle.Scatter);
            dots.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(color);
        }
    }

    /** The area between two rows, wherever both are known. */
    DataLayer band(Values low, Values high, Color color) {
        if (low.isEmpty() || high.isEmpty()) {
            return this;
        }
        Reduction floor = Reduction.lowest(low, columns);
        Reduction ceiling = Reduction.greatest(high, columns);
        for (int from = 0; from < floor.x().length; from++) {
            int to = from;
            while (to < floor.x().length && known(floor, to) && known(ceiling, to)) {
                to++;
            }
            if (to > from) {
                area(floor, ceiling, from, to, color);
                from = to;
            }
        }
        return this;
    }

    private static boolean known(Reduction points, int index) {
        return !Double.isNaN(points.y()[index]);
    }

    /** Half a bucket wider than its points at either end, so that a single bucket has an area as well. */
    private void area(Reduction floor, Reduction ceiling, int from, int to, Color color) {
        int points = to - from + 2;
        double[] x = new double[2 * points];
        double[] y = new double[2 * points];
        for (int i = 0; i < points; i++) {
            int bucket = Math.min(Math.max(from + i - 1, from), to - 1);
            double edge = i == 0 ? -0.5 : i == points - 1 ? 0.5 : 0;
            x[i] = floor.x()[bucket] + edge;
            y[i] = clip(floor.y()[bucket]);
            x[2 * points - 1 - i] = ceiling.x()[bucket] + edge;
            y[2 * points - 1 - i] = clip(ceiling.y()[bucket]);
        }
        XYSeries area = add(x, y, XYSeriesRenderStyle.PolygonArea);
        area.setFillColor(color);
        area.setLineColor(color);
    }

    /** A little beyond the axis, so that the edge of a band that leaves the panel is not drawn. */
    private double clip(double value) {
        double margin = panel.axis().high() - panel.axis().low();
        return Math.max(panel.axis().low() - margin, Math.min(panel.axis().high() + margin, value));
    }

    private XYSeries add(double[] x, double[] y, XYSeriesRenderStyle style) {
        XYSeries series = chart.addSeries(Integer.toString(rows++), x, y);
        series.setMarker(SeriesMarkers.NONE);
        return series.setXYSeriesRenderStyle(style);
    }

    private static double[] toArray(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    void paint(Pen pen) {
        Graphics2D inside = (Graphics2D) pen.graphics().create();
        inside.clip(panel.area());
        dashes.forEach(dash -> dash.accept(new Pen(inside)));
        inside.translate(panel.area().x, panel.area().y);
        chart.paint(inside, (int) panel.area().width, (int) panel.area().height);
        inside.dispose();
    }
}
