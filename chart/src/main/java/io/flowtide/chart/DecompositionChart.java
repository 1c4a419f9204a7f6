package io.flowtide.chart;

import io.flowtide.core.series.Values;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.List;

/** Draws the parts of a series below each other, each on its own scale. */
public final class DecompositionChart {

    /** Pixels per layout unit. */
    private static final int SCALE = 2;

    private static final double MARGIN = 26;
    private static final double TOP = 106;
    private static final double BETWEEN = 30;
    private static final double BOTTOM = AnomalyChart.HEIGHT / (double) SCALE - 50;
    private static final double RIGHT = AnomalyChart.WIDTH / (double) SCALE - MARGIN;
    private static final double CAPTION = 8;
    private static final int MOST_TICKS = 13;
    private static final int MOST_DAYS = 100;
    private static final BasicStroke LINE = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final ChartSpec spec;
    private final Pen pen;
    private final Frame frame;

    /**
     * A part.
     *
     * @param name what it is
     * @param values one number per bucket of the series
     */
    public record Part(String name, Values values) {}

    private DecompositionChart(ChartSpec spec, Graphics2D graphics) {
        this.spec = spec;
        this.pen = new Pen(graphics);
        this.frame = new Frame(pen);
    }

    /**
     * The parts as a PNG of {@value AnomalyChart#WIDTH} by {@value AnomalyChart#HEIGHT} pixels.
     *
     * @param spec title, subtitle and time of the picture
     * @param parts from top to bottom, at least one
     */
    public static byte[] png(ChartSpec spec, List<Part> parts) {
        BufferedImage image = new BufferedImage(AnomalyChart.WIDTH, AnomalyChart.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        new DecompositionChart(spec, graphics).draw(parts);
        graphics.dispose();
        return Png.encode(FewColors.of(image));
    }

    private void draw(List<Part> parts) {
        pen.rectangle(0, 0, AnomalyChart.WIDTH, AnomalyChart.HEIGHT, Palette.PAPER);
        new Heading(pen, MARGIN, RIGHT).draw(spec);
        Instant end = spec.start().plus(spec.width().multipliedBy(spec.values().size()));
        List<TimeAxis.Tick> times = TimeAxis.ticks(spec.start(), end, spec.zone(), MOST_TICKS);
        List<ChartSpec> specs =
                parts.stream().map(part -> spec.showing(part.values())).toList();
        List<ValueAxis> axes =
                specs.stream().map(part -> ValueAxis.ofSeries(part, 3)).toList();
        double labels = axes.stream().mapToDouble(frame::labelWidth).max().orElse(0);
        double left = Math.ceil(MARGIN + labels);
        double height = (BOTTOM - TOP + BETWEEN) / parts.size() - BETWEEN;
        for (int i = 0; i < parts.size(); i++) {
            double top = TOP + i * (height + BETWEEN);
            Rectangle2D.Double area = new Rectangle2D.Double(left, top, RIGHT - left, height);
            Panel panel = new Panel(area, specs.get(i), axes.get(i));
            draw(panel, parts.get(i), times);
            if (i == parts.size() - 1) {
                frame.times(panel, times);
                frame.days(panel, TimeAxis.midnights(spec.start(), end, spec.zone(), MOST_DAYS));
            }
        }
    }

    private void draw(Panel panel, Part part, List<TimeAxis.Tick> times) {
        pen.write(part.name(), Typeface.STRONG_LABEL, Palette.LABEL, MARGIN, panel.area().y - CAPTION);
        frame.grid(panel, times);
        DataLayer data = new DataLayer(pen, panel, (int) (panel.area().width * SCALE));
        data.line(part.values(), Palette.OBSERVED, LINE);
    }
}
