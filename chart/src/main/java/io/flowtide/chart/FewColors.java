package io.flowtide.chart;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reduces a picture to its most frequent colours, the others to the nearest of these. A chart has few colours and
 * blends of them along its edges, so nobody sees a difference, and the file is less than half the size.
 */
final class FewColors {

    private static final int MOST = 96;

    private FewColors() {}

    static BufferedImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        int[] palette = mostFrequent(pixels);
        IndexColorModel colors = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        BufferedImage indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colors);
        indexed.getRaster().setDataElements(0, 0, width, height, indices(pixels, palette));
        return indexed;
    }

    private static int[] mostFrequent(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int from = 0, to; from < pixels.length; from = to) {
            to = endOfRun(pixels, from);
            counts.merge(pixels[from], to - from, Integer::sum);
        }
        // The colour itself breaks ties, so that the same picture gives the same bytes.
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    /** Most of a chart is long runs of one colour; looking each up once makes this quick. */
    private static int endOfRun(int[] pixels, int from) {
        int to = from + 1;
        while (to < pixels.length && pixels[to] == pixels[from]) {
            to++;
        }
        return to;
    }

    private static byte[] indices(int[] pixels, int[] palette) {
        Map<Integer, Byte> known = new HashMap<>();
        byte[] indices = new byte[pixels.length];
        for (int from = 0, to; from < pixels.length; from = to) {
            to = endOfRun(pixels, from);
            byte index = known.computeIfAbsent(pixels[from], pixel -> (byte) nearest(pixel, palette));
            Arrays.fill(indices, from, to, index);
        }
        return indices;
    }

    private static int nearest(int pixel, int[] palette) {
        int nearest = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(pixel, palette[i]) < distance(pixel, palette[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return red * red + green * green + blue * blue;
    }
}
