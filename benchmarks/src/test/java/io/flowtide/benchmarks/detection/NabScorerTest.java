package io.flowtide.benchmarks.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flowtide.benchmarks.detection.LabelledSeries.Window;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NabScorerTest {

    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final int ROWS = 100;

    /** As NAB documents its sigmoid; the row before the last is the false positive of its own test. */
    @ParameterizedTest
    @CsvSource({"-1, 0.98661", "-0.5, 0.84828", "0, 0", "1, -0.98661", "0.75, -0.9540", "3, -1"})
    void theSigmoidIsThatOfNab(double position, double expected) {
        assertThat(NabWeights.sigmoid(position)).isCloseTo(expected, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"100, 15", "4032, 604", "5000, 750", "22695, 750"})
    void theFirstRowsDoNotCount(int rows, int probation) {
        assertThat(NabWeights.probation(rows)).isEqualTo(probation);
    }

    @Test
    void silenceIsWorthNothingAndThePerfectDetectorAHundred() {
        LabelledSeries series = series(new Window(30, 39), new Window(60, 69));
        for (NabProfile profile : NabProfile.values()) {
            assertThat(scorer(profile, series).at(1)).isZero();
            assertThat(scorer(profile, series, 30, 60).at(1)).isCloseTo(100, within(1e-9));
            assertThat(scorer(profile, series, 30, 60).best().score()).isCloseTo(100, within(1e-9));
        }
    }

    /** The example of NAB's own test: two windows of 5 rows, the first found at once, the second missed, one false alarm. */
    @Test
    void theExampleOfNabIsScoredAsThere() {
        LabelledSeries series = series(new Window(30, 34), new Window(60, 64));
        double raw = 1 - 1 + 0.11 * -0.9540;
        double silent = -2;
        double expected = 100 * (raw - silent) / (2 - silent);
        assertThat(scorer(NabProfile.STANDARD, series, 30, 31, 37).at(1)).isCloseTo(expected, within(1e-3));
    }

    @Test
    void ofTheAlarmsInAWindowTheBestCountsAndOfThoseOutsideAll() {
        LabelledSeries series = series(new Window(50, 59));
        double one = scorer(NabProfile.STANDARD, series, 55).at(1);
        assertThat(scorer(NabProfile.STANDARD, series, 55, 56, 57).at(1)).isEqualTo(one);
        assertThat(scorer(NabProfile.STANDARD, series, 20, 21, 55).at(1))
                .isCloseTo(one - 2 * 100 * 0.11 / 2, within(1e-9));
    }

    @Test
    void falseAlarmsCostTwiceAsMuchWhereTheyAreToBeFew() {
        LabelledSeries series = series(new Window(50, 59));
        double lost = scorer(NabProfile.STANDARD, series, 20).at(1);
        assertThat(scorer(NabProfile.LOW_FALSE_POSITIVES, series, 20).at(1)).isCloseTo(2 * lost, within(1e-9));
    }

    @Test
    void oneThresholdServesAllFiles() {
        LabelledSeries series = series(new Window(50, 59));
        double[] loud = new double[ROWS];
        double[] quiet = new double[ROWS];
        loud[20] = 5;
        loud[50] = 9;
        quiet[50] = 4;
        NabScorer scorer = new NabScorer(NabProfile.STANDARD).add(series, loud).add(series, quiet);
        assertThat(scorer.best().threshold()).isEqualTo(4);
        assertThat(scorer.best().score()).isCloseTo(100 * (4 - 0.11) / 4, within(1e-9));
    }

    @Test
    void nothingIsGainedInTheProbation() {
        LabelledSeries series = series(new Window(50, 59));
        assertThat(scorer(NabProfile.STANDARD, series, 0, 7, 14).at(1)).isZero();
    }

    @Test
    void afterAnAlarmOnlyAHigherScoreCounts() {
        double[] scores = {0, 3, 2, 4, 3, 3, 3, 1, 0, 2};
        assertThat(Rest.after(scores, 3)).containsExactly(0, 3, 0, 4, 0, 0, 0, 0, 0, 0);
        assertThat(Rest.after(scores, 1)).containsExactly(0, 3, 0, 4, 0, 0, 0, 0, 0, 2);
    }

    private static LabelledSeries series(Window... windows) {
        List<Instant> times = IntStream.range(0, ROWS)
                .mapToObj(i -> START.plusSeconds(300L * i))
                .toList();
        return new LabelledSeries("folder/file.csv", times, new double[ROWS], List.of(windows));
    }

    private static NabScorer scorer(NabProfile profile, LabelledSeries series, int... alarms) {
        double[] scores = new double[ROWS];
        for (int alarm : alarms) {
            scores[alarm] = 1;
        }
        return new NabScorer(profile).add(series, scores);
    }
}
