package io.flowtide.chart;

import io.flowtide.core.scoring.Severity;
import java.awt.Color;

/**
 * The colours. Blue against vermilion after Okabe and Ito, "Color Universal Design" (2008), which colour-blind people
 * tell apart; everything else is grey, and nothing is said by colour alone.
 */
final class Palette {

    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1F2933);
    static final Color LABEL = new Color(0x52606D);
    static final Color AXIS = new Color(0x9AA5B1);
    static final Color GRID = new Color(0xE8ECF0);
    static final Color OBSERVED = new Color(0x0072B2);
    static final Color EXPECTED = new Color(0x7B8794);
    static final Color WEEK_BEFORE = new Color(0xB4BEC9);
    static final Color BAND = new Color(0xDDE5EC);
    static final Color ANOMALY = new Color(0xD55E00);
    static final Color ANOMALY_TEXT = new Color(0xA84300);
    static final Color ANOMALY_SHADE = new Color(0xFBE9DD);
    static final Color SCORE = new Color(0x486581);

    private Palette() {}

    static Color of(Severity severity) {
        return switch (severity) {
            case HIGH -> new Color(0xB23A00);
            case MEDIUM -> new Color(0x9A6700);
            case LOW -> LABEL;
        };
    }
}
