package io.flowtide.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every chart of the gallery looks as its sketch says. When that is meant to change, look at the pictures of
 * {@code flowtide charts}, and take the new sketches from {@code target/sketches}.
 */
class GalleryTest {

    /** Of 1,152 cells: what other fonts may move. */
    private static final int MOVED = 40;

    static Set<String> names() {
        return Gallery.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void looksAsItsSketch(String name) throws IOException {
        byte[] png = AnomalyChart.png(Gallery.all().get(name));
        List<String> drawn = Sketch.of(ImageIO.read(new ByteArrayInputStream(png)));
        Files.write(Files.createDirectories(Path.of("target", "sketches")).resolve(name + ".txt"), drawn);

        List<String> sketch = sketch(name);

        assertThat(Sketch.difference(drawn, sketch))
                .as("cells that differ in%n%s%n%nfrom%n%s", String.join("\n", drawn), String.join("\n", sketch))
                .isLessThanOrEqualTo(MOVED);
    }

    private static List<String> sketch(String name) throws IOException {
        try (InputStream file = GalleryTest.class.getResourceAsStream("/gallery/" + name + ".txt")) {
            return file == null
                    ? List.of()
                    : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        }
    }
}
