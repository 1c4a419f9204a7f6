package io.flowtide.core.model.holtwinters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HoltWintersTest {

    private static final int YEAR = 12;
    private static final Offset<Double> EXACT = within(1e-9);
    private static final SmoothingParameters HALF = new SmoothingParameters(0.5, 0.5, 0.5, 0.5, 1, 0);

    /** The coefficients that R prints for {@code HoltWinters(AirPassengers, seasonal = "mult")}. */
    @Test
    void airPassengersHaveTheCoefficientsOfR() {
        double[] series = Passengers.monthly();
        HoltWintersState start =
                new StartState(SeasonForm.MULTIPLICATIVE).of(Arrays.copyOf(series, 2 * YEAR), new int[] {YEAR});
        HoltWinters recursion = new HoltWinters(
                SeasonForm.MULTIPLICATIVE, SmoothingParameters.of(0.2755925, 0.03269295, 0.8707292), start);
        Arrays.stream(series, YEAR, series.length).forEach(recursion::observe);
        HoltWintersState state = recursion.state();

        assertThat(state.level()).isCloseTo(469.3232206, within(5e-5));
        assertThat(state.trend()).isCloseTo(3.0215391, within(5e-6));
        double[] factors = {
            0.9464611, 0.8829239, 0.9717369, 1.0304825, 1.0476884, 1.1805272,
            1.3590778, 1.3331706, 1.1083381, 0.9868813, 0.8361333, 0.9209877
        };
        for (int month = 0; month < YEAR; month++) {
            assertThat(state.seasons()[0][month]).isCloseTo(factors[month], within(5e-7));
        }
    }

    /**
     * Visitor nights in Australia, 2005 to 2010, the example of Hyndman and Athanasopoulos, "Forecasting: principles and
     * practice"; the forecasts of one step by statsmodels 0.15, {@code ExponentialSmoothing(trend="add",
     * damped_trend=True, seasonal="add")}. Its seasonal weight is {@code gamma (1 - alpha)}.
     */
    @Test
    void tourismHasTheForecastsOfStatsmodels() {
        SmoothingParameters parameters = new SmoothingParameters(0.3, 0.05, 0.4 / 0.7, 0, 0.95, 0);
        HoltWintersState start = new HoltWintersState(33, 0.6, 0, new double[][] {{9, -10, -1.5, 2.5}});
        HoltWinters recursion = new HoltWinters(SeasonForm.ADDITIVE, parameters, start);
        double[] expected = {
            42.57, 23.84673118, 32.91106635, 37.20837967, 43.85776826, 26.44080379, 35.98091926, 40.87569362,
            49.0329783, 31.07297616, 38.75613119, 43.75363728, 49.23799046, 31.89203566, 38.975827, 43.90862586,
            52.46274687, 34.67164111, 42.30785254, 45.67780149, 55.52093861, 36.49235271, 44.19843084, 47.73680808
        };
        for (int quarter = 0; quarter < expected.length; quarter++) {
            assertThat(recursion.next()).isCloseTo(expected[quarter], within(6e-9));
            recursion.observe(Tourism.quarterly()[quarter]);
        }
        assertThat(ahead(recursion, 3))
                .containsExactly(new double[] {59.34424499, 36.75150339, 45.36668615}, within(6e-9));
    }

    @Test
    void aRampWithASeasonIsForecastExactly() {
        double[] season = {5, -2, -3};
        HoltWinters recursion = new HoltWinters(
                SeasonForm.ADDITIVE, HALF, new HoltWintersState(10, 2, 0, new double[][] {season.clone()}));
        for (int t = 1; t <= 10; t++) {
            recursion.observe(10 + 2 * t + season[(t - 1) % 3]);
        }

        assertThat(ahead(recursion, 4)).containsExactly(new double[] {30, 31, 41, 36}, EXACT);
        assertThat(recursion.level()).isEqualTo(30);
    }

    @Test
    void twoSeasonsAreToldApart() {
        double[] shorter = {1, -1};
        double[] longer = {4, 0, -4, 0};
        HoltWinters recursion = new HoltWinters(
                SeasonForm.ADDITIVE, HALF, new HoltWintersState(100, 0, 0, new double[][] {shorter, longer}));
        for (int t = 0; t < 9; t++) {
            recursion.observe(100 + shorter[t % 2] + longer[t % 4]);
        }

        assertThat(ahead(recursion, 4)).containsExactly(new double[] {99, 97, 99, 105}, EXACT);
        assertThat(recursion.state().seasons()[1]).containsExactly(new double[] {0, -4, 0, 4}, EXACT);
    }

    @Test
    void aDampedTrendComesToAnEnd() {
        SmoothingParameters damped = new SmoothingParameters(0.5, 0.5, 0.5, 0, 0.5, 0);
        HoltWinters recursion =
                new HoltWinters(SeasonForm.ADDITIVE, damped, new HoltWintersState(0, 16, 0, new double[][] {{0}}));

        assertThat(ahead(recursion, 4)).containsExactly(8, 12, 14, 15);
    }

    @Test
    void theLastErrorFades() {
        SmoothingParameters frozen = new SmoothingParameters(0, 0, 0, 0, 1, 0.5);
        HoltWinters recursion =
                new HoltWinters(SeasonForm.ADDITIVE, frozen, new HoltWintersState(10, 0, 0, new double[][] {{0}}));
        recursion.observe(18);

        assertThat(ahead(recursion, 3)).containsExactly(14, 12, 11);
        assertThat(recursion.next()).isEqualTo(14);
        recursion.observe(Double.NaN);
        assertThat(ahead(recursion, 2)).containsExactly(12, 11);
    }

    @Test
    void aGapMovesTheLevelAlongItsTrend() {
        HoltWinters recursion =
                new HoltWinters(SeasonForm.ADDITIVE, HALF, new HoltWintersState(10, 2, 0, new double[][] {{1, -1}}));
        double[] before = ahead(recursion, 5);
        recursion.observe(Double.NaN);
        recursion.observe(Double.NaN);

        assertThat(ahead(recursion, 3)).containsExactly(before[2], before[3], before[4]);
    }

    @Test
    void zerosDoNotBreakTheMultiplicativeForm() {
        HoltWinters recursion = new HoltWinters(
                SeasonForm.MULTIPLICATIVE, HALF, new HoltWintersState(10, 0, 0, new double[][] {{2, 0}}));
        for (int t = 0; t < 50; t++) {
            recursion.observe(t % 2 == 0 ? 20 : 0);
        }
        assertThat(ahead(recursion, 2)[1]).isCloseTo(0, within(1e-6));
        for (int t = 0; t < 50; t++) {
            recursion.observe(0);
        }
        assertThat(Arrays.stream(ahead(recursion, 2)).allMatch(Double::isFinite))
                .isTrue();
    }

    private static double[] ahead(HoltWinters recursion, int steps) {
        double[] forecast = new double[steps];
        recursion.forecast(forecast);
        return forecast;
    }
}
