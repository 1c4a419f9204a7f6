package io.flowtide.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture as a map of characters, one for what matters most in each cell: so two pictures can be compared, and a person
 * sees in a review what changed, while fonts may differ from machine to machine.
 */
final class Sketch {

    static final int COLUMNS = 64;
    static final int ROWS = 18;
    private static final int SPECKS = 6;

    /** What is drawn, what matters most first. */
    private static final Map<Color, Character> MARKS = new LinkedHashMap<>();

    static {
        MARKS.put(Palette.ANOMALY, 'A');
        MARKS.put(Palette.OBSERVED, 'o');
        MARKS.put(Palette.SCORE, 's');
        MARKS.put(Palette.WEEK_BEFORE, 'w');
        MARKS.put(Palette.EXPECTED, 'e');
        MARKS.put(Palette.ANOMALY_SHADE, '|');
        MARKS.put(Palette.BAND, '-');
    }

    private Sketch() {}

    static List<String> of(BufferedImage image) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < COLUMNS; column++) {
                line.append(mark(image, column, row));
            }
            rows.add(line.toString().stripTrailing());
        }
        return rows;
    }

    /** How many cells differ. */
    static int difference(List<String> one, List<String> other) {
        int difference = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                difference += at(one, row, column) == at(other, row, column) ? 0 : 1;
            }
        }
        return difference;
    }

    private static char at(List<String> sketch, int row, int column) {
        String line = row < sketch.size() ? sketch.get(row) : "";
        return column < line.length() ? line.charAt(column) : ' ';
    }

    private static char mark(BufferedImage image, int column, int row) {
        Map<Character, Integer> counts = new LinkedHashMap<>();
        MARKS.values().forEach(mark -> counts.put(mark, 0));
        for (int y = row * image.getHeight() / ROWS; y < (row + 1) * image.getHeight() / ROWS; y++) {
            for (int x = column * image.getWidth() / COLUMNS; x < (column + 1) * image.getWidth() / COLUMNS; x++) {
                int rgb = image.getRGB(x, y);
                MARKS.forEach((color, mark) -> counts.merge(mark, isNear(color, rgb) ? 1 : 0, Integer::sum));
            }
        }
        return counts.entrySet().stream()
                .filter(count -> count.getValue() >= SPECKS)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(' ');
    }

    private static boolean isNear(Color color, int rgb) {
        return Math.abs(color.getRed() - (rgb >> 16 & 0xFF))
                        + Math.abs(color.getGreen() - (rgb >> 8 & 0xFF))
                        + Math.abs(color.getBlue() - (rgb & 0xFF))
                <= 4;
    }
}
