package io.flowtide.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnomalyChartTest {

    static Set<String> samples() {
        return Samples.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySeriesHasAPicture(String name) throws IOException {
        byte[] png = AnomalyChart.png(Samples.all().get(name));
        Files.write(Files.createDirectories(Path.of("target", "charts")).resolve(name + ".png"), png);

        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(AnomalyChart.WIDTH);
        assertThat(image.getHeight()).isEqualTo(AnomalyChart.HEIGHT);
        assertThat(png.length).isLessThan(150_000);
    }
}
