package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastCommandTest {

    private static final String WEEKS = Run.of("generate csv --from 2026-10-26 --rate 600 --width 1h".split(" "))
            .out();

    @Test
    void goesOnWhereTheFileEnds() {
        Run run = Run.withInput(WEEKS, "forecast", "--horizon", "7d", "-");

        assertThat(run.code()).isZero();
        assertThat(run.rows()).hasSize(1 + 7 * 24).startsWith("Timestamp,Value,Std");
        assertThat(run.rows().get(1)).startsWith("2026-11-23T00:00:00Z,");
        assertThat(value(run, 1 + 8)).isCloseTo(value(Run.withInput(WEEKS, "detect", "-"), 1 + 8), within(20_000.0));
        assertThat(value(run, 1 + 8)).isGreaterThan(4 * value(run, 1 + 3));
    }

    private static double value(Run run, int row) {
        return Double.parseDouble(run.rows().get(row).split(",")[1]);
    }

    @Test
    void everyBucketThatBeginsWithinTheHorizonIsThere() {
        List<String> rows =
                Run.withInput(WEEKS, "forecast", "--horizon", "90m", "-").rows();

        assertThat(rows).hasSize(3);
    }

    @Test
    void aHorizonBeyondMeasureIsWrongUsage() {
        assertThat(Run.withInput(WEEKS, "forecast", "--horizon", "9000w", "-").code())
                .isEqualTo(2);
    }

    @Test
    void aFileWithoutARowIsBadInput() {
        Run run = Run.withInput("Timestamp,Value\n", "forecast", "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("(standard input): There is no row in it\n");
    }

    @Test
    void aChartAndAPictureOfThePartsAreDrawn(@TempDir Path folder) throws IOException {
        Path chart = folder.resolve("new/chart.png");
        Path parts = folder.resolve("parts.png");

        Run run = Run.withInput(WEEKS, "forecast", "--chart", chart.toString(), "--decompose", parts.toString(), "-");

        assertThat(run.code()).isZero();
        for (Path file : List.of(chart, parts)) {
            BufferedImage picture = ImageIO.read(file.toFile());
            assertThat(picture.getWidth()).isEqualTo(1920);
            assertThat(IntStream.range(0, 1080)
                            .mapToObj(y -> picture.getRGB(960, y))
                            .distinct()
                            .count())
                    .isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tide", "mean", "hw", "hw-daily", "hw-weekly", "profile", "naive-week"})
    void everyForecasterForecasts(String name) {
        Run run = Run.withInput(WEEKS, "forecast", "--model", name, "--horizon", "2h", "-");

        assertThat(run.code()).isZero();
        assertThat(run.rows()).hasSize(3);
        assertThat(value(run, 1)).isPositive();
    }

    @Test
    void aHolidayIsForecastAsASunday() {
        String[] plain = {"forecast", "--model", "profile", "--horizon", "24h", "-"};
        String[] holiday = {"forecast", "--model", "profile", "--horizon", "24h", "--holidays", "2026-11-23", "-"};

        assertThat(value(Run.withInput(WEEKS, holiday), 9)).isLessThan(0.6 * value(Run.withInput(WEEKS, plain), 9));
    }

    @Test
    void holidaysThatAreNotKnownAreWrongUsage() {
        Run run = Run.withInput(WEEKS, "forecast", "--holidays", "DE-XX", "-");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no region 'XX' in the calendar of 'DE'", "there is no file 'DE-XX'");
    }

    @Test
    void aFileOfHolidaysIsRefusedWithItsLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("days.csv"), "2026-12-24,Christmas Eve\n2026-13-01\n");

        Run run = Run.withInput(WEEKS, "forecast", "--holidays", file.toString(), "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith(file + ":2: '2026-13-01' is not a day");
    }

    @Test
    void tooShortAHistoryIsToldWithItsFile() {
        Run run = Run.withInput("2026-11-01T00:00:00Z,1\n2026-11-01T00:05:00Z,2\n", "forecast", "--model", "hw", "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("(standard input): Holt-Winters needs more than 7d of history");
    }
}
