package io.flowtide.chart;

import io.flowtide.core.series.Values;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
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
    private static final int MOST_TICKS = 13;
    private static final int MOST_DAYS = 100;

    private static final BasicStroke OBSERVED = stroke(2f);
    private static final BasicStroke WEEK_BEFORE = stroke(1.2f);
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
        new Heading(pen, MARGIN, RIGHT).draw(spec);
        boolean scored = spec.scores().stream().anyMatch(Double::isFinite);
        ValueAxis values = ValueAxis.ofSeries(spec, scored ? 7 : 9);
        ValueAxis scores = ValueAxis.ofScores(spec, 2);
        double left = Math.ceil(MARGIN + Math.max(frame.labelWidth(values), scored ? frame.labelWidth(scores) : 0));
        Panel upper = panel(left, TOP, scored ? SERIES_BOTTOM : BOTTOM, values);
        List<TimeAxis.Tick> times = TimeAxis.ticks(spec.start(), spec.end(), spec.zone(), MOST_TICKS);
        series(upper, times);
        Panel lowest = scored ? panel(left, SCORES_TOP, BOTTOM, scores) : upper;
        if (scored) {
            scores(lowest, times);
        }
        frame.times(lowest, times);
        frame.days(lowest, TimeAxis.midnights(spec.start(), spec.end(), spec.zone(), MOST_DAYS));
    }

    private Panel panel(double left, double top, double bottom, ValueAxis axis) {
        return new Panel(new Rectangle2D.Double(left, top, RIGHT - left, bottom - top), spec, axis);
    }

    private void series(Panel panel, List<TimeAxis.Tick> times) {
        pen.write(spec.unit(), Typeface.LABEL, Palette.LABEL, MARGIN, TOP - CAPTION);
        Legend.draw(pen, seriesLegend(), RIGHT, TOP - CAPTION);
        DataLayer data = new DataLayer(pen, panel, columns(panel));
        AnomalyMarks marks = new AnomalyMarks(pen, panel);
        marks.shades();
        data.band(spec.low(), spec.high(), Palette.BAND);
        frame.grid(panel, times);
        data.line(spec.weekBefore(), Palette.WEEK_BEFORE, WEEK_BEFORE);
        data.level(spec.expected(), Palette.EXPECTED, EXPECTED);
        data.line(spec.values(), Palette.OBSERVED, OBSERVED);
        data.line(marks.only(spec.values()), Palette.ANOMALY, OBSERVED);
        marks.arrows();
        new PeakLabels(pen, panel).draw();
    }

    private void scores(Panel panel, List<TimeAxis.Tick> times) {
        pen.write(scoreCaption(panel.axis()), Typeface.LABEL, Palette.LABEL, MARGIN, SCORES_TOP - CAPTION);
        if (isKnown(spec.cutoff())) {
            Legend.draw(pen, List.of(Legend.Entry.line(cutoff(), Palette.INK, CUTOFF)), RIGHT, SCORES_TOP - CAPTION);
        }
        DataLayer data = new DataLayer(pen, panel, columns(panel));
        AnomalyMarks marks = new AnomalyMarks(pen, panel);
        marks.shades();
        frame.grid(panel, times);
        data.outline(spec.scores(), Palette.SCORE, SCORE);
        data.outline(marks.only(spec.scores()), Palette.ANOMALY, OBSERVED);
        data.level(spec.cutoff(), Palette.INK, CUTOFF);
    }

    /** Says how far scores reach that leave the panel. */
    private String scoreCaption(ValueAxis axis) {
        double highest = spec.scores().stream().filter(Double::isFinite).max().orElse(0);
        return highest <= axis.high() ? "anomaly score" : "anomaly score, up to " + Numbers.compact(highest);
    }

    /** With its number, when it is the same everywhere. */
    private String cutoff() {
        DoubleSummaryStatistics cutoffs =
                spec.cutoff().stream().filter(Double::isFinite).summaryStatistics();
        return cutoffs.getMin() == cutoffs.getMax() ? "cut-off " + Numbers.compact(cutoffs.getMax()) : "cut-off";
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
        if (isKnown(spec.weekBefore())) {
            entries.add(Legend.Entry.line("a week before", Palette.WEEK_BEFORE, WEEK_BEFORE));
        }
        if (!spec.anomalies().isEmpty()) {
            entries.add(Legend.Entry.line("anomaly", Palette.ANOMALY, OBSERVED));
        }
        return entries;
    }

    private static boolean isKnown(Values row) {
        return row.stream().anyMatch(Double::isFinite);
    }

    private static BasicStroke stroke(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dashed(float width, float on, float off) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {on, off}, 0);
    }
}
