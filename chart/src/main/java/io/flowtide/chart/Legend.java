package io.flowtide.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/** Names the lines of a panel in the row above it, where there is no data. */
final class Legend {

    private static final double SAMPLE = 22;
    private static final double AFTER_SAMPLE = 6;
    private static final double BETWEEN = 20;

    /**
     * @param name what it is
     * @param color its colour
     * @param stroke how its line is drawn; not looked at for an area
     * @param isArea whether it is an area
     */
    record Entry(String name, Color color, BasicStroke stroke, boolean isArea) {

        static Entry line(String name, Color color, BasicStroke stroke) {
            return new Entry(name, color, stroke, false);
        }

        static Entry area(String name, Color color) {
            return new Entry(name, color, Pen.HAIRLINE, true);
        }
    }

    private Legend() {}

    /** Draws the entries so that the last one ends at {@code right}. */
    static void draw(Pen pen, List<Entry> entries, double right, double baseline) {
        double x = right;
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            x -= pen.width(entry.name(), Typeface.LABEL);
            pen.write(entry.name(), Typeface.LABEL, Palette.LABEL, x, baseline);
            x -= AFTER_SAMPLE + SAMPLE;
            sample(pen, entry, x, baseline - 4);
            x -= BETWEEN;
        }
    }

    private static void sample(Pen pen, Entry entry, double x, double middle) {
        if (entry.isArea()) {
            pen.rectangle(x, middle - 5.5, SAMPLE, 11, entry.color());
        } else {
            pen.line(x, middle, x + SAMPLE, middle, entry.color(), entry.stroke());
        }
    }
}
