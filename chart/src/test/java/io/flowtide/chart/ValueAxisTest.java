package io.flowtide.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueAxisTest {

    private static ValueAxis of(double... values) {
        return with(Values.of(values), Values.empty(), Values.empty());
    }

    private static ValueAxis with(Values values, Values low, Values high) {
        Values none = Values.empty();
        return ValueAxis.ofSeries(
                new ChartSpec(
                        SeriesId.total("requests"),
                        ZoneOffset.UTC,
                        Duration.ofMinutes(5),
                        Instant.EPOCH,
                        values,
                        none,
                        low,
                        high,
                        none,
                        none,
                        List.of(),
                        "",
                        "",
                        ""),
                7);
    }

    @Test
    void countsStartAtZero() {
        ValueAxis axis = of(100, 900, 400);

        assertThat(axis.low()).isZero();
        assertThat(axis.high()).isGreaterThan(900);
        assertThat(axis.ticks()).extracting(ValueAxis.Tick::label).containsExactly("0", "200", "400", "600", "800");
    }

    @Test
    void valuesFarFromZeroAreSeenFromNear() {
        ValueAxis axis = of(1_000_000_000, 1_001_000_000);

        assertThat(axis.low()).isBetween(9.99e8, 1e9);
        assertThat(axis.ticks()).extracting(ValueAxis.Tick::label).doesNotHaveDuplicates();
    }

    @Test
    void negativeValuesAreBelowZero() {
        ValueAxis axis = of(-70, 10);

        assertThat(axis.low()).isLessThan(-70);
        assertThat(axis.ticks()).extracting(ValueAxis.Tick::label).contains("−20", "0");
    }

    @Test
    void thereIsARangeEvenWithoutOneInTheData() {
        for (ValueAxis axis : List.of(of(0, 0), of(5), of(-5), of(Double.NaN), of(Double.POSITIVE_INFINITY))) {
            assertThat(axis.high()).isGreaterThan(axis.low());
            assertThat(axis.ticks()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void aWideBandDoesNotFlattenTheData() {
        Values values = Values.of(100, 200);

        ValueAxis axis = with(values, Values.of(-9_000, -9_000), Values.of(9_000, 9_000));

        assertThat(axis.low()).isZero();
        assertThat(axis.high()).isBetween(200.0, 300.0);
    }
}
