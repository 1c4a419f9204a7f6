package io.flowtide.core.training.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** An SVG with a vertical axis of values from 0 (or the lowest) on, and lines and areas in it. */
final class Plot {

    private static final int WIDTH = 960;
    private static final int LEFT = 56;
    private static final int RIGHT = 24;
    private static final int TOP = 10;
    private static final int BOTTOM = 24;
    private static final int MOST_TICKS = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final StringBuilder svg = new StringBuilder();
    private final int height;
    private final double first;
    private final double last;
    private final double low;
    private final double high;

    /**
     * @param label what it shows, for those who can't see it
     * @param first the horizontal coordinate of the left edge
     * @param last that of the right edge
     */
    Plot(String label, int height, double first, double last, double low, double high) {
        this.height = height;
        this.first = first;
        this.last = last > first ? last : first + 1;
        this.low = low;
        this.high = high > low ? high : low + 1;
        svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(WIDTH, height, Html.escape(label)));
    }

    /** A horizontal coordinate for a time. */
    static double at(Instant time) {
        return time.getEpochSecond();
    }

    private double x(double at) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (at - first) / (last - first);
    }

    private double y(double value) {
        double share = (Math.min(Math.max(value, low), high) - low) / (high - low);
        return height - BOTTOM - (height - TOP - BOTTOM) * share;
    }

    /** How many points beside one another can be told apart. */
    static int columns() {
        return WIDTH - LEFT - RIGHT;
    }

    Plot values() {
        double step = step((high - low) / 4);
        for (double value = Math.ceil(low / step) * step; value <= high; value += step) {
            svg.append("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%3$s\"/>"
                    .formatted(LEFT, WIDTH - RIGHT, Html.number(y(value))));
            text(LEFT - 6, y(value) + 4, "end", Html.compact(value));
        }
        return this;
    }

    /** 1, 2 or 5 times a power of ten, at least {@code least}. */
    private static double step(double least) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Local midnights, as many as fit. */
    Plot days(ZoneId zone) {
        long days = Math.max(1, Duration.ofSeconds((long) (last - first)).toDays());
        long every = (days + MOST_TICKS - 1) / MOST_TICKS;
        ZonedDateTime start = Instant.ofEpochSecond((long) first).atZone(zone);
        ZonedDateTime day = start.truncatedTo(ChronoUnit.DAYS);
        day = day.isBefore(start) ? day.plusDays(1) : day;
        for (; at(day.toInstant()) <= last; day = day.plusDays(every)) {
            double x = x(at(day.toInstant()));
            svg.append("<line class=\"grid\" x1=\"%s\" x2=\"%1$s\" y1=\"%d\" y2=\"%d\"/>"
                    .formatted(Html.number(x), TOP, height - BOTTOM));
            text(x, height - 7, "middle", DAY.format(day));
        }
        return this;
    }

    Plot tick(double at, String label) {
        text(x(at), height - 7, "middle", label);
        return this;
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(Html.number(x), Html.number(y), anchor, Html.escape(text)));
    }

    /** A shaded stretch over the whole height, with a text that shows when it is pointed at. */
    Plot shade(double from, double to, String style, String title) {
        double left = x(Math.max(from, first));
        double width = Math.max(1.5, x(Math.min(to, last)) - left);
        svg.append("<rect class=\"shade %s\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"><title>%s</title></rect>"
                .formatted(
                        style, Html.number(left), TOP, Html.number(width), height - TOP - BOTTOM, Html.escape(title)));
        return this;
    }

    /** A line through the points; where one is NaN it is interrupted. */
    Plot line(String style, double[] at, double[] values) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (int i = 0; i < at.length; i++) {
            boolean known = Double.isFinite(values[i]);
            if (known) {
                path.append(down ? 'L' : 'M').append(Html.number(x(at[i]))).append(' ');
                path.append(Html.number(y(values[i])));
            }
            down = known;
        }
        svg.append("<path class=\"line %s\" d=\"%s\"/>".formatted(style, path));
        return this;
    }

    Plot dots(String style, double[] at, double[] values) {
        for (int i = 0; i < at.length; i++) {
            if (Double.isFinite(values[i])) {
                svg.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"3.5\"/>"
                        .formatted(style, Html.number(x(at[i])), Html.number(y(values[i]))));
            }
        }
        return this;
    }

    String svg() {
        return svg + "</svg>";
    }
}
