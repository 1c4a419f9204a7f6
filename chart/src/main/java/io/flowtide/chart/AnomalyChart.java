package io.flowtide.chart;

import io.flowtide.core.scoring.Severity;
import io.flowtide.core.series.Values;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws a series with what was expected of it and what was anomalous in it, and below that its scores and their
 * cut-off. The picture is made in memory; the same spec gives the same picture.
 */
public final class AnomalyChart {

    /** The picture's size in pixels. */
    public static final int WIDTH = 1920;

    public static final int HEIGHT = 1080;

    /** Pixels per layout unit. */
    private static final int SCALE = 2;

    private static final double MARGIN = 26;
    private static final double RIGHT = WIDTH / (double) SCALE - MARGIN;
    private static final double BOTTOM = HEIGHT / (double) SCALE - 50;
    private static final double TOP = 116;
    private static final double SCORES_TOP = 398;
    private static final double SERIES_BOTTOM = 362;
    private static final double CAPTION = 10;
    private static final double LEAST_SHADE = 3;

    private static final BasicStroke OBSERVED = stroke(2f);
    private static final BasicStroke SCORE = stroke(1.4f);
    private static final BasicStroke EXPECTED = dashed(1.5f, 5, 4);
    private static final BasicStroke CUTOFF = dashed(1.5f, 2, 3);

    private final ChartSpec spec;
    private final Pen pen;
    private final Frame frame;

    private AnomalyChart(ChartSpec spec, Graphics2D graphics) {
        this.spec = spec;
        this.pen = new Pen(graphics);
        this.frame = new Frame(pen);
    }

    /** The chart as a PNG of {@value #WIDTH} by {@value #HEIGHT} pixels. */
    public static byte[] png(ChartSpec spec) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        new AnomalyChart(spec, graphics).draw();
        graphics.dispose();
        return Png.encode(FewColors.of(image));
    }

    private void draw() {
        pen.rectangle(0, 0, WIDTH, HEIGHT, Palette.PAPER);
        heading();
        boolean scored = spec.scores().stream().anyMatch(Double::isFinite);
        ValueAxis values = ValueAxis.ofSeries(spec, scored ? 7 : 9);
        ValueAxis scores = ValueAxis.ofScores(spec, 2);
        double left = Math.ceil(MARGIN + Math.max(frame.labelWidth(values), scored ? frame.labelWidth(scores) : 0));
        Panel upper = panel(left, TOP, scored ? SERIES_BOTTOM : BOTTOM, values);
        List<TimeAxis.Tick> times = TimeAxis.ticks(spec.start(), end(), spec.zone(), 13);
        series(upper, times);
        if (scored) {
            Panel lower = panel(left, SCORES_TOP, BOTTOM, scores);
            scores(lower, times);
            frame.times(lower, times);
        } else {
            frame.times(upper, times);
        }
    }

    private Panel panel(double left, double top, double bottom, ValueAxis axis) {
        return new Panel(new Rectangle2D.Double(left, top, RIGHT - left, bottom - top), spec, axis);
    }

    private Instant end() {
        return spec.start().plus(spec.width().multipliedBy(spec.values().size()));
    }

    private void heading() {
        String title = pen.fit(spec.title(), Typeface.TITLE, RIGHT - MARGIN - 90);
        pen.write(title, Typeface.TITLE, Palette.INK, MARGIN, 40);
        spec.anomalies().stream()
                .map(ChartSpec.Span::severity)
                .max(Comparator.naturalOrder())
                .ifPresent(worst -> badge(worst, MARGIN + pen.width(title, Typeface.TITLE) + 14));
        String zone = "times in " + spec.zone().getId();
        pen.writeEndingAt(zone, Typeface.LABEL, Palette.LABEL, RIGHT, 64);
        double room = RIGHT - MARGIN - pen.width(zone, Typeface.LABEL) - 20;
        pen.write(pen.fit(spec.subtitle(), Typeface.SUBTITLE, room), Typeface.SUBTITLE, Palette.LABEL, MARGIN, 64);
    }

    private void badge(Severity severity, double x) {
        double width = pen.width(severity.name(), Typeface.BADGE) + 18;
        pen.fill(new RoundRectangle2D.Double(x, 24, width, 20, 20, 20), Palette.of(severity));
        pen.write(severity.name(), Typeface.BADGE, Palette.PAPER, x + 9, 38.2);
    }

    private void series(Panel panel, List<TimeAxis.Tick> times) {
        pen.write(spec.unit(), Typeface.LABEL, Palette.LABEL, MARGIN, TOP - CAPTION);
        Legend.draw(pen, seriesLegend(), RIGHT, TOP - CAPTION);
        DataLayer band = new DataLayer(panel, columns(panel)).band(spec.low(), spec.high(), Palette.BAND);
        DataLayer lines = new DataLayer(panel, columns(panel))
                .dashed(spec.expected(), Palette.EXPECTED, EXPECTED)
                .line(spec.values(), Palette.OBSERVED, OBSERVED)
                .line(anomalous(spec.values()), Palette.ANOMALY, OBSERVED);
        shades(panel);
        band.paint(pen);
        frame.grid(panel, times);
        lines.paint(pen);
        markers(panel);
        new PeakLabels(pen, panel).draw();
    }

    private void scores(Panel panel, List<TimeAxis.Tick> times) {
        pen.write("anomaly score", Typeface.LABEL, Palette.LABEL, MARGIN, SCORES_TOP - CAPTION);
        if (isKnown(spec.cutoff())) {
            Legend.draw(pen, List.of(Legend.Entry.line("cut-off", Palette.INK, CUTOFF)), RIGHT, SCORES_TOP - CAPTION);
        }
        shades(panel);
        frame.grid(panel, times);
        new DataLayer(panel, columns(panel))
                .outline(spec.scores(), Palette.SCORE, SCORE)
                .outline(anomalous(spec.scores()), Palette.ANOMALY, OBSERVED)
                .dashed(spec.cutoff(), Palette.INK, CUTOFF)
                .paint(pen);
    }

    private static int columns(Panel panel) {
        return (int) (panel.area().width * SCALE);
    }

    private List<Legend.Entry> seriesLegend() {
        List<Legend.Entry> entries = new ArrayList<>();
        entries.add(Legend.Entry.line("observed", Palette.OBSERVED, OBSERVED));
        if (isKnown(spec.expected())) {
            entries.add(Legend.Entry.line("expected", Palette.EXPECTED, EXPECTED));
        }
        if (isKnown(spec.low())) {
            entries.add(Legend.Entry.area("expected band", Palette.BAND));
        }
        if (!spec.anomalies().isEmpty()) {
            entries.add(Legend.Entry.line("anomaly", Palette.ANOMALY, OBSERVED));
        }
        return entries;
    }

    private static boolean isKnown(Values row) {
        return row.stream().anyMatch(Double::isFinite);
    }

    private void shades(Panel panel) {
        for (ChartSpec.Span span : spec.anomalies()) {
            double from = Math.max(panel.x(span.start()), panel.area().x);
            double to = Math.min(panel.x(span.end()), panel.area().getMaxX());
            if (to > from) {
                double width = Math.max(to - from, LEAST_SHADE);
                pen.rectangle(
                        (from + to - width) / 2, panel.area().y, width, panel.area().height, Palette.ANOMALY_SHADE);
            }
        }
    }

    /** A small arrow above each anomaly, so that a short one among weeks is found. */
    private void markers(Panel panel) {
        for (ChartSpec.Span span : spec.anomalies()) {
            double x = panel.x(span.peak()) + panel.area().width / spec.values().size() / 2;
            if (x >= panel.area().x && x <= panel.area().getMaxX()) {
                Path2D arrow = new Path2D.Double();
                arrow.moveTo(x - 5, panel.area().y - 2);
                arrow.lineTo(x + 5, panel.area().y - 2);
                arrow.lineTo(x, panel.area().y + 6);
                arrow.closePath();
                pen.fill(arrow, Palette.ANOMALY);
            }
        }
    }

    /** The row where it is anomalous, with one bucket on either side so that the line stays whole; elsewhere gaps. */
    private Values anomalous(Values row) {
        boolean[] inside = new boolean[row.size()];
        Panel places = panel(0, 0, 1, new ValueAxis(0, 1, 1));
        for (ChartSpec.Span span : spec.anomalies()) {
            int from = Math.max(places.bucket(span.start()) - 1, 0);
            int to = Math.min(places.bucket(span.end().minusNanos(1)) + 1, row.size() - 1);
            for (int i = from; i <= to; i++) {
                inside[i] = true;
            }
        }
        double[] numbers = row.toArray();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = inside[i] ? numbers[i] : Double.NaN;
        }
        return Values.of(numbers);
    }

    private static BasicStroke stroke(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dashed(float width, float on, float off) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {on, off}, 0);
    }
}
