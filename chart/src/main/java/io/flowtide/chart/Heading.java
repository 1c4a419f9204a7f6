package io.flowtide.chart;

import io.flowtide.core.scoring.Severity;
import java.awt.geom.RoundRectangle2D;
import java.util.Comparator;

/** What is written above the panels: the title with the worst severity, the subtitle, and whose time the axis tells. */
final class Heading {

    private static final double FIRST_LINE = 40;
    private static final double SECOND_LINE = 64;
    private static final double ROOM_FOR_BADGE = 90;

    private final Pen pen;
    private final double left;
    private final double right;

    Heading(Pen pen, double left, double right) {
        this.pen = pen;
        this.left = left;
        this.right = right;
    }

    void draw(ChartSpec spec) {
        String title = pen.fit(spec.title(), Typeface.TITLE, right - left - ROOM_FOR_BADGE);
        pen.write(title, Typeface.TITLE, Palette.INK, left, FIRST_LINE);
        spec.anomalies().stream()
                .map(ChartSpec.Span::severity)
                .max(Comparator.naturalOrder())
                .ifPresent(worst -> badge(worst, left + pen.width(title, Typeface.TITLE) + 14));
        String zone = "times in " + spec.zone().getId();
        pen.writeEndingAt(zone, Typeface.LABEL, Palette.LABEL, right, SECOND_LINE);
        double room = right - left - pen.width(zone, Typeface.LABEL) - 20;
        String subtitle = pen.fit(spec.subtitle(), Typeface.SUBTITLE, room);
        pen.write(subtitle, Typeface.SUBTITLE, Palette.LABEL, left, SECOND_LINE);
    }

    private void badge(Severity severity, double x) {
        double width = pen.width(severity.name(), Typeface.BADGE) + 18;
        pen.fill(new RoundRectangle2D.Double(x, FIRST_LINE - 16, width, 20, 20, 20), Palette.of(severity));
        pen.write(severity.name(), Typeface.BADGE, Palette.PAPER, x + 9, FIRST_LINE - 1.8);
    }
}
