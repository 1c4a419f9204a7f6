package io.flowtide.core.model.holtwinters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NelderMeadTest {

    @Test
    void findsTheBottomOfRosenbrocksValley() {
        NelderMead search = new NelderMead(new double[] {-2, -2}, new double[] {2, 2}, 500, 1e-12);

        NelderMead.Corner found = search.minimize(
                at -> 100 * square(at[1] - square(at[0])) + square(1 - at[0]), new double[] {-1.2, 1}, 0.2);

        assertThat(found.at()[0]).isCloseTo(1, within(1e-3));
        assertThat(found.at()[1]).isCloseTo(1, within(1e-3));
    }

    @Test
    void staysWithinItsBounds() {
        NelderMead search = new NelderMead(new double[] {0, 0}, new double[] {1, 1}, 200, 1e-12);

        NelderMead.Corner found =
                search.minimize(at -> square(at[0] - 3) + square(at[1] + 2), new double[] {0.5, 0.5}, 0.3);

        assertThat(found.at()).containsExactly(new double[] {1, 0}, within(1e-6));
    }

    @Test
    void whereTheFunctionHasNoValueIsNoMinimum() {
        NelderMead search = new NelderMead(new double[] {0}, new double[] {1}, 100, 1e-9);

        NelderMead.Corner found = search.minimize(at -> at[0] < 0.4 ? Double.NaN : at[0], new double[] {0.9}, 0.2);

        assertThat(found.at()[0]).isCloseTo(0.4, within(1e-3));
    }

    private static double square(double number) {
        return number * number;
    }
}
