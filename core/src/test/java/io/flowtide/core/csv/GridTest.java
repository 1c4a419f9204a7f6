package io.flowtide.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.flowlog.RejectSink;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {

    private static final SeriesId ID = SeriesId.total("requests");
    private static final long NOON = Instant.parse("2026-11-21T12:00:00Z").getEpochSecond();

    @Test
    void steadyPointsKeepTheirTimes() {
        Points points = points(NOON + 127, NOON + 427, NOON + 1027);

        TimeSeries series = Grid.of(points).place(ID, points);

        assertThat(series.width()).isEqualTo(Duration.ofMinutes(5));
        assertThat(series.start()).isEqualTo(Instant.ofEpochSecond(NOON + 127));
        assertThat(series.values().toArray()).containsExactly(1, 1, Double.NaN, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "20, PT1M, SUM",
        "45, PT1M, MEAN",
        "70, PT1M, MEAN",
        "170, PT5M, MEAN",
        "400, PT5M, MEAN",
        "700, PT10M, MEAN",
        "1000, PT15M, MEAN",
        "1500, PT30M, MEAN",
        "3000, PT1H, MEAN",
        "50000, PT24H, MEAN"
    })
    void otherPointsGetTheNearestWidth(long spacing, Duration width, Grid.Combining combining) {
        Points points = points(
                LongStream.range(0, 40).map(i -> NOON + i * spacing + i % 2).toArray());

        Grid grid = Grid.of(points);

        assertThat(grid.width()).isEqualTo(width);
        assertThat(grid.combining()).isEqualTo(combining);
        assertThat(grid.place(ID, points).start().getEpochSecond() % width.toSeconds())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"120, PT2M", "180, PT3M", "1200, PT20M", "21600, PT6H", "86400, PT24H"})
    void anySteadyDistanceThatDividesTheDayIsKept(long spacing, Duration width) {
        Points points =
                points(LongStream.range(0, 40).map(i -> NOON + i * spacing).toArray());

        assertThat(Grid.of(points).width()).isEqualTo(width);
        assertThat(Grid.of(points).place(ID, points).values().stream())
                .hasSize(40)
                .doesNotContain(Double.NaN);
    }

    @Test
    void finerPointsAreSummed() {
        Points points = points(LongStream.range(0, 24).map(i -> NOON + i * 300).toArray());

        TimeSeries hours = Grid.of(points, Duration.ofHours(1)).place(ID, points);

        assertThat(hours.values().toArray()).containsExactly(12, 12);
        assertThat(Grid.of(points, Duration.ofHours(1))
                        .with(Grid.Combining.MEAN)
                        .place(ID, points)
                        .values()
                        .toArray())
                .containsExactly(1, 1);
    }

    @Test
    void pointsThatShareABucketByJitterAreAveraged() {
        Points points = points(NOON, NOON + 290, NOON + 601, NOON + 899, NOON + 1201);

        assertThat(Grid.of(points).place(ID, points).values().toArray())
                .containsExactly(1, Double.NaN, 1, Double.NaN, 1);
    }

    @Test
    void onePointHasAWidthAsWell() {
        Points points = points(NOON + 7);

        TimeSeries series = Grid.of(points).place(ID, points);

        assertThat(series.width()).isEqualTo(Grid.DEFAULT_WIDTH);
        assertThat(series.start()).isEqualTo(Instant.ofEpochSecond(NOON + 7));
        assertThat(Grid.of(points()).place(ID, points()).size()).isZero();
    }

    @Test
    void whatComesLaterDoesNotChangeTheGrid() {
        long[] later = LongStream.concat(
                        LongStream.range(0, 1000).map(i -> NOON + i * 300),
                        LongStream.range(1, 5000).map(i -> NOON + 999 * 300 + i * 60))
                .toArray();

        assertThat(Grid.of(points(later))).isEqualTo(Grid.of(points(NOON, NOON + 300)));
    }

    @Test
    void aTimeFarOffIsNotABillionBuckets() {
        Points points = points(0, NOON, NOON + 60, NOON + 120);

        assertThatThrownBy(() -> Grid.of(points).place(ID, points))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1970-01-01T00:00:00Z")
                .hasMessageContaining("is one of them wrong?");
    }

    private static Points points(long... seconds) {
        PointsBuilder builder = new PointsBuilder();
        for (long second : seconds) {
            builder.add(second * 1000, 1, 1);
        }
        return builder.build(RejectSink.none());
    }
}
