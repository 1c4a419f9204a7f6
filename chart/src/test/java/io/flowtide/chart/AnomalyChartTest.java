package io.flowtide.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnomalyChartTest {

    private static final int LARGEST = 150_000;
    /** Where the panels meet, in pixels from the top. */
    private static final int BORDER = 750;

    private static final int PLOT_TOP = 236;
    /** Fewer pixels of a colour than these are edges of other things. */
    private static final int BLENDS = 500;

    static Set<String> samples() {
        return Gallery.all().keySet();
    }

    private static BufferedImage draw(String sample) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(AnomalyChart.png(Gallery.all().get(sample))));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySeriesHasAPictureThatFitsIntoAMessage(String name) throws IOException {
        byte[] png = AnomalyChart.png(Gallery.all().get(name));
        // For people to look at.
        Files.write(Files.createDirectories(Path.of("target", "charts")).resolve(name + ".png"), png);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(image.getWidth()).isEqualTo(AnomalyChart.WIDTH);
        assertThat(image.getHeight()).isEqualTo(AnomalyChart.HEIGHT);
        assertThat(png.length).isLessThan(LARGEST);
        assertThat(count(image, Palette.INK, 0, 0, AnomalyChart.WIDTH, 100))
                .as("pixels of the title")
                .isPositive();
    }

    @Test
    void theSamePictureHasTheSameBytes() {
        assertThat(AnomalyChart.png(Gallery.spike())).isEqualTo(AnomalyChart.png(Gallery.spike()));
    }

    @Test
    void theAnomalyIsMarkedWhereItIs() throws IOException {
        BufferedImage image = draw("spike");
        int from = AnomalyChart.WIDTH * 262 / 288 - 60;

        assertThat(count(image, Palette.ANOMALY_SHADE, from, PLOT_TOP, AnomalyChart.WIDTH, BORDER))
                .isGreaterThan(1_000);
        assertThat(count(image, Palette.ANOMALY_SHADE, from, BORDER, AnomalyChart.WIDTH, AnomalyChart.HEIGHT))
                .isGreaterThan(1_000);
        assertThat(count(image, Palette.ANOMALY_SHADE, 0, PLOT_TOP, from, AnomalyChart.HEIGHT))
                .isLessThan(BLENDS);
        assertThat(count(image, Palette.ANOMALY, from, PLOT_TOP, AnomalyChart.WIDTH, BORDER))
                .isGreaterThan(500);
    }

    @Test
    void bothPanelsShowTheirLines() throws IOException {
        BufferedImage image = draw("spike");

        assertThat(count(image, Palette.OBSERVED, 0, PLOT_TOP, AnomalyChart.WIDTH, BORDER))
                .isGreaterThan(1_000);
        assertThat(count(image, Palette.BAND, 0, PLOT_TOP, AnomalyChart.WIDTH, BORDER))
                .isGreaterThan(10_000);
        assertThat(count(image, Palette.SCORE, 0, BORDER, AnomalyChart.WIDTH, AnomalyChart.HEIGHT))
                .isGreaterThan(1_000);
    }

    @Test
    void aGapIsNotBridged() throws IOException {
        int from = 140 + 1_700 * 62 / 288;
        int to = 140 + 1_700 * 73 / 288;

        assertThat(count(draw("spike"), Palette.OBSERVED, from, PLOT_TOP, to, BORDER))
                .isPositive();
        assertThat(count(draw("gaps"), Palette.OBSERVED, from, PLOT_TOP, to, BORDER))
                .isZero();
    }

    @Test
    void whatIsNotKnownYetIsNotDrawn() throws IOException {
        BufferedImage image = draw("warm-up");

        assertThat(count(image, Palette.BAND, 0, PLOT_TOP, AnomalyChart.WIDTH / 2, BORDER))
                .isLessThan(BLENDS);
        assertThat(count(image, Palette.BAND, AnomalyChart.WIDTH / 2, PLOT_TOP, AnomalyChart.WIDTH, BORDER))
                .isGreaterThan(10 * BLENDS);
    }

    @Test
    void everyOneOfSeveralAnomaliesIsMarked() throws IOException {
        BufferedImage image = draw("weeks");
        int marks = 0;
        boolean inside = false;
        for (int x = 0; x < image.getWidth(); x++) {
            boolean shaded = count(image, Palette.ANOMALY_SHADE, x, PLOT_TOP, x + 1, BORDER) > 20;
            marks += shaded && !inside ? 1 : 0;
            inside = shaded;
        }

        assertThat(marks).isGreaterThanOrEqualTo(5);
    }

    /** Pixels of a colour, or of one so near that nobody sees a difference. */
    private static int count(BufferedImage image, Color color, int left, int top, int right, int bottom) {
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                Color pixel = new Color(image.getRGB(x, y));
                int difference = Math.abs(pixel.getRed() - color.getRed())
                        + Math.abs(pixel.getGreen() - color.getGreen())
                        + Math.abs(pixel.getBlue() - color.getBlue());
                count += difference <= 4 ? 1 : 0;
            }
        }
        return count;
    }
}
