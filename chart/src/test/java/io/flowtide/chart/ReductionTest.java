package io.flowtide.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.Values;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReductionTest {

    @Test
    void fewPointsStayAsTheyAre() {
        Reduction points = Reduction.of(Values.of(3, Double.NaN, 4), 100);

        assertThat(points.x()).containsExactly(0.5, 1.5, 2.5);
        assertThat(points.y()).containsExactly(3, Double.NaN, 4);
    }

    @Test
    void noPeakIsLostHoweverManyPointsThereAre() {
        double[] values = new Random(3).doubles(11_000).toArray();
        values[4_711] = 900;
        values[8_150] = -900;

        Reduction points = Reduction.of(Values.of(values), 500);

        assertThat(points.y()).hasSize(1_000).contains(900, -900);
        assertThat(points.x()).isSorted();
        assertThat(points.x()[indexOf(points.y(), 900)]).isEqualTo(4_711.5);
    }

    private static int indexOf(double[] numbers, double number) {
        return Arrays.stream(numbers).boxed().toList().indexOf(number);
    }

    @Test
    void aColumnOfGapsIsAGap() {
        double[] values = new double[1_000];
        Arrays.fill(values, 400, 600, Double.NaN);

        Reduction points = Reduction.of(Values.of(values), 100);

        assertThat(Arrays.stream(points.y()).filter(Double::isNaN).count()).isEqualTo(40);
    }

    @Test
    void aGapWithinAColumnHidesNoneOfItsNumbers() {
        double[] values = new double[1_000];
        Arrays.fill(values, Double.NaN);
        values[555] = 7;
        values[556] = Double.POSITIVE_INFINITY;

        assertThat(Reduction.of(Values.of(values), 100).y()).contains(7);
        assertThat(Reduction.lowest(Values.of(values), 100).y()).contains(7);
        assertThat(Reduction.greatest(Values.of(values), 100).y()).contains(7);
    }

    @Test
    void aPointBetweenGapsStandsAlone() {
        Reduction points = Reduction.of(Values.of(1, Double.NaN, 2, Double.NaN, 3, 4), 100);

        assertThat(points.isAlone(0)).isTrue();
        assertThat(points.isAlone(1)).isFalse();
        assertThat(points.isAlone(2)).isTrue();
        assertThat(points.isAlone(4)).isFalse();
    }
}
