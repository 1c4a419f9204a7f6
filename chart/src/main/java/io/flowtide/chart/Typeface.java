package io.flowtide.chart;

import java.awt.Font;

/** The fonts, by their logical name: the machine's font configuration says which file that is. */
final class Typeface {

    static final Font TITLE = font(Font.BOLD, 19);
    static final Font SUBTITLE = font(Font.PLAIN, 13.5f);
    static final Font LABEL = font(Font.PLAIN, 12);
    static final Font STRONG_LABEL = font(Font.BOLD, 12);
    static final Font PEAK = font(Font.BOLD, 13);
    static final Font BADGE = font(Font.BOLD, 11.5f);

    private Typeface() {}

    private static Font font(int style, float size) {
        return new Font(Font.SANS_SERIF, style, 1).deriveFont(size);
    }
}
