package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectCommandTest {

    private static final String HEADER = "timestamp,value,expected,low,high,score,anomaly,severity,direction";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tide", "mean"})
    void findsWhatWasPlanted(String detector) {
        String csv = traffic("--anomaly spike@2026-11-20T08:30/30m*4");

        Run run = Run.withInput(csv, "detect", "--detector", detector, "-");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.rows()).hasSize(1 + 28 * 288).startsWith(HEADER);
        assertThat(run.rows())
                .filteredOn(row -> row.matches("2026-11-20T08:[345].*"))
                .hasSize(6)
                .allMatch(row -> row.endsWith(",true,HIGH,SPIKE"));
        assertThat(run.rows())
                .filteredOn(row -> row.startsWith("2026-11-18"))
                .hasSize(288)
                .noneMatch(row -> row.contains(",HIGH,"));
    }

    @Test
    void aShortSeriesIsJudgedWithAWarning() {
        Run run = Run.withInput("2026-11-20 08:00,1\n2026-11-20 08:05,2\n", "detect", "-");

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo("(standard input): note: warming-up: tide has learned 0 % of what it needs to be relied on, "
                        + "which takes a full week\n");
    }

    @Test
    void aDetectorTakesItsOptionsAfterAColon() {
        String csv = traffic("--anomaly spike@2026-11-20T08:30/30m*4");

        assertThat(Run.withInput(csv, "detect", "--detector", "rcf:shingle=1,trees=20,samples=128", "-")
                        .rows())
                .filteredOn(row -> row.matches("2026-11-20T08:[345].*"))
                .anyMatch(row -> row.endsWith(",SPIKE"));
        Run wrong = Run.withInput(csv, "detect", "--detector", "rcf:leaves=3", "-");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("leaves=3", "shingle=N");
    }

    @Test
    void timesAreToldInTheZone() {
        Run run = Run.withInput("2026-11-20 08:00,1\n2026-11-20 08:05,2\n", "detect", "--zone", "Europe/Berlin", "-");

        assertThat(run.rows().get(1)).startsWith("2026-11-20T08:00:00+01:00,1,");
    }

    @Test
    void aGapHasNoRowUnlessItMeansZero() {
        String csv = "2026-11-20 08:00,5\n2026-11-20 08:05,7\n2026-11-20 08:15,9\n";

        assertThat(Run.withInput(csv, "detect", "-").rows()).hasSize(4);
        assertThat(Run.withInput(csv, "detect", "--gaps", "zero", "-").rows())
                .hasSize(5)
                .element(3)
                .asString()
                .startsWith("2026-11-20T08:10:00Z,0,");
    }

    @Test
    void rowsCanBePutIntoWiderBuckets() {
        String csv = "2026-11-20 08:00,5\n2026-11-20 08:05,7\n2026-11-20 08:10,9\n2026-11-20 09:10,2\n";

        assertThat(Run.withInput(csv, "detect", "--width", "1h", "-").err())
                .startsWith(
                        "(standard input): note: 4 rows became 2 sums per 1h; --width and --combine say otherwise\n");
        assertThat(Run.withInput(csv, "detect", "--width", "1h", "-").rows())
                .extracting(row -> row.split(",")[1])
                .containsExactly("value", "21", "2");
        assertThat(Run.withInput(csv, "detect", "--width", "1h", "--combine", "mean", "-")
                        .rows())
                .extracting(row -> row.split(",")[1])
                .containsExactly("value", "7", "2");
        assertThat(Run.withInput(csv, "detect", "--width", "2d", "-").code()).isEqualTo(2);
    }

    @Test
    void takesWhatAggregatePrints() {
        String csv =
                "bucket_start,series,value\n2026-11-20T08:00:00Z,bytes/all,5\n2026-11-20T08:00:00Z,requests/all,6\n";

        assertThat(Run.withInput(csv, "detect", "--series", "requests/all", "-")
                        .rows()
                        .get(1))
                .startsWith("2026-11-20T08:00:00Z,6,");
        Run several = Run.withInput(csv, "detect", "-");
        assertThat(several.code()).isEqualTo(1);
        assertThat(several.err())
                .isEqualTo("(standard input): The file holds several series, say which one is meant: "
                        + "bytes/all, requests/all\n");
    }

    @Test
    void readsGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("2026-11-20 08:00,5\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Run.withInput(bytes.toByteArray(), "detect", "-").rows()).hasSize(2);
    }

    @Test
    void draws() throws IOException {
        Path csv = folder.resolve("requests.csv");
        Files.writeString(csv, traffic("--anomaly dip@2026-11-20T08:30/45m*0.2"));
        Path chart = folder.resolve("chart.png");

        Run run = Run.of("detect", "--chart", chart.toString(), csv.toString());

        assertThat(run.code()).isZero();
        BufferedImage image = ImageIO.read(chart.toFile());
        assertThat(image.getWidth()).isGreaterThan(1000);
    }

    @Test
    void aChartThatCanNotBeWrittenIsSaidAfterTheRows() {
        Run run = Run.withInput("2026-11-20 08:00,5\n", "detect", "--chart", folder + "/no/where.png", "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .filteredOn(line -> !line.contains("note: warming-up"))
                .singleElement()
                .asString()
                .startsWith(folder + "/no/where.png: This can't be written");
        assertThat(run.rows()).hasSize(2);
    }

    @Test
    void theSameInputGivesTheSameOutput() {
        String csv = traffic("--days 3");

        assertThat(Run.withInput(csv, "detect", "-")).isEqualTo(Run.withInput(csv, "detect", "-"));
    }

    private static String traffic(String options) {
        return Run.of(("generate csv --from 2026-10-26 --rate 100 " + options).split(" "))
                .out();
    }
}
