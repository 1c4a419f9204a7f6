package io.flowtide.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flowtide.core.model.SuddenChange.Bucket;
import org.junit.jupiter.api.Test;

class SuddenChangeTest {

    private static final double PATTERN_DEVIATION = 100;
    private static final double SMALLEST = 1;

    @Test
    void aSteadyRatioToThePatternIsNoChange() {
        SuddenChange change = learned(1.3);
        // The pattern doubles, and so does the traffic.
        assertThat(score(change, 2000, 2600)).isCloseTo(0, within(0.01));
    }

    @Test
    void aDropFromAHighRatioIsAChangeThoughThePatternIsMet() {
        SuddenChange change = learned(1.15);
        assertThat(score(change, 1000, 800)).isLessThan(-2);
    }

    @Test
    void theWayBackFromAnEventIsNone() {
        SuddenChange change = learned(1);
        for (int i = 0; i < 12; i++) {
            score(change, 1000, 5000);
        }
        assertThat(score(change, 1000, 1000)).isCloseTo(0, within(0.01));
    }

    @Test
    void whatHasLastedIsTheUsual() {
        SuddenChange change = learned(1);
        double first = score(change, 1000, 1500);
        for (int i = 0; i < 40; i++) {
            score(change, 1000, 1500);
        }
        assertThat(first).isGreaterThan(2);
        assertThat(score(change, 1000, 1500)).isCloseTo(0, within(0.1));
    }

    @Test
    void aNewDayBeginsWhereTheLastEnded() {
        SuddenChange change = learned(1);
        change.beginDay();
        // The profile of the new day says twice as much, the traffic does not care.
        assertThat(Math.abs(score(change, 2000, 1002))).isLessThan(2);
    }

    /** Traffic at a ratio to a pattern of 1000, with a little noise. */
    private static SuddenChange learned(double ratio) {
        SuddenChange change = new SuddenChange(3, 12);
        for (int i = 0; i < 1000; i++) {
            score(change, 1000, 1000 * ratio * (1 + 0.001 * (i % 3 - 1)));
        }
        score(change, 1000, 1000 * ratio);
        for (int i = 0; i < 30; i++) {
            score(change, 1000, 1000 * ratio);
        }
        return change;
    }

    private static double score(SuddenChange change, double expected, double value) {
        change.push(new Bucket(value, expected, 43_200, false), SMALLEST);
        double score = change.score(PATTERN_DEVIATION);
        change.learn(1);
        return score;
    }
}
