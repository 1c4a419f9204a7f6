package io.flowtide.chart;

import java.time.Instant;
import java.util.List;

/** The grid and the axes of the panels. */
final class Frame {

    private static final double TO_LABEL = 8;
    private static final double FIRST_ROW = 17;
    private static final double SECOND_ROW = 33;

    private final Pen pen;

    Frame(Pen pen) {
        this.pen = pen;
    }

    /** The room that the numbers of an axis take. */
    double labelWidth(ValueAxis axis) {
        return TO_LABEL
                + axis.ticks().stream()
                        .mapToDouble(tick -> pen.width(tick.label(), Typeface.LABEL))
                        .max()
                        .orElse(0);
    }

    void grid(Panel panel, List<TimeAxis.Tick> times) {
        var area = panel.area();
        for (TimeAxis.Tick tick : times) {
            double x = crisp(panel.x(tick.time()));
            pen.line(x, area.y, x, area.getMaxY(), Palette.GRID, Pen.HAIRLINE);
        }
        for (ValueAxis.Tick tick : panel.axis().ticks()) {
            double y = crisp(panel.y(tick.value()));
            boolean zero = tick.value() == 0;
            pen.line(area.x, y, area.getMaxX(), y, zero ? Palette.AXIS : Palette.GRID, Pen.HAIRLINE);
            pen.writeEndingAt(tick.label(), Typeface.LABEL, Palette.LABEL, area.x - TO_LABEL, y + 4.3);
        }
    }

    /** The times below the lowest panel; a time without room is left out. */
    void times(Panel panel, List<TimeAxis.Tick> times) {
        double free = 0;
        double freeBelow = 0;
        double bottom = panel.area().getMaxY();
        for (TimeAxis.Tick tick : times) {
            double x = panel.x(tick.time());
            pen.line(crisp(x), bottom, crisp(x), bottom + 4, Palette.AXIS, Pen.HAIRLINE);
            free = centred(tick.label(), x, bottom + FIRST_ROW, free);
            freeBelow = tick.era().isEmpty() ? freeBelow : era(tick.era(), x, bottom + SECOND_ROW, freeBelow);
        }
        pen.line(panel.area().x, crisp(bottom), panel.area().getMaxX(), crisp(bottom), Palette.AXIS, Pen.HAIRLINE);
    }

    /** A short mark for each day, so that days can be counted where only weeks have a name. */
    void days(Panel panel, List<Instant> midnights) {
        double bottom = panel.area().getMaxY();
        for (Instant midnight : midnights) {
            double x = crisp(panel.x(midnight));
            pen.line(x, bottom, x, bottom + 2.5, Palette.AXIS, Pen.HAIRLINE);
        }
    }

    private double centred(String text, double x, double baseline, double free) {
        double width = pen.width(text, Typeface.LABEL);
        if (x - width / 2 < free) {
            return free;
        }
        pen.write(text, Typeface.LABEL, Palette.LABEL, x - width / 2, baseline);
        return x + width / 2 + 6;
    }

    private double era(String text, double x, double baseline, double free) {
        double width = pen.width(text, Typeface.STRONG_LABEL);
        if (x - width / 2 < free) {
            return free;
        }
        pen.write(text, Typeface.STRONG_LABEL, Palette.LABEL, x - width / 2, baseline);
        return x + width / 2 + 10;
    }

    /** The middle of a pixel row or column, so that a hairline is not smeared over two. */
    private static double crisp(double place) {
        return Math.floor(place) + 0.5;
    }
}
