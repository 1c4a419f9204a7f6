package io.flowtide.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class PatternShareTest {

    private static final int PER_DAY = 288;

    @Test
    void isOneWhereThePatternSaysAll() {
        assertThat(share(PatternShareTest::sine, PatternShareTest::sine)).isCloseTo(1, within(1e-12));
    }

    @Test
    void isNothingWhereThereIsNone() {
        Random random = new Random(1);
        assertThat(share(i -> random.nextGaussian(), i -> 0)).isLessThan(0.05);
    }

    @Test
    void isNothingWhileThePatternSaysNothing() {
        assertThat(share(PatternShareTest::sine, i -> Double.NaN)).isZero();
    }

    /** Half a sine is half as far from the sine as its mean is. */
    @Test
    void isTheShareOfTheDistanceThatThePatternTakesAway() {
        assertThat(share(PatternShareTest::sine, i -> 0.5 * sine(i))).isCloseTo(0.5, within(0.03));
    }

    private static double share(IntToDoubleFunction values, IntToDoubleFunction expected) {
        PatternShare share = new PatternShare(PER_DAY);
        for (int i = 0; i < 30 * PER_DAY; i++) {
            share.add(values.applyAsDouble(i), expected.applyAsDouble(i));
        }
        return share.get();
    }

    private static double sine(int i) {
        return StrictMath.sin(2 * Math.PI * i / PER_DAY);
    }
}
