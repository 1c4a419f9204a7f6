package io.flowtide.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RcfDetectorTest {

    private static final Duration WIDTH = Duration.ofMinutes(5);
    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final int PER_DAY = 288;
    private static final DetectorSettings SETTINGS = new DetectorSettings(WIDTH, ZoneOffset.UTC, 1);

    @ParameterizedTest
    @ValueSource(strings = {"rcf", "rcf:shingle=1", "rcf:shingle=8,trees=30,samples=128,decay=0.001"})
    void aSpikeInASineIsAnAnomalyThatGoesUp(String name) {
        Detector detector = learned(name, 4 * PER_DAY);
        assertThat(next(detector, 4 * PER_DAY, sine(4 * PER_DAY)).score()).isLessThan(RcfDetector.LEVELS.low());
        Judgement spike = next(detector, 4 * PER_DAY + 1, 2000);
        assertThat(spike.score()).isGreaterThan(RcfDetector.LEVELS.low());
        assertThat(spike.attribution().get("value")).isCloseTo(spike.score(), within(1e-9));
    }

    @Test
    void aDipIsAttributedToAValueTooLow() {
        Detector detector = learned("rcf:shingle=1", 4 * PER_DAY);
        Judgement dip = next(detector, 4 * PER_DAY, -800);
        assertThat(dip.attribution().get("value")).isCloseTo(-dip.score(), within(1e-9));
    }

    @Test
    void aStepIsFoundAndThenGotUsedTo() {
        Detector detector = learned("rcf", 4 * PER_DAY);
        double first = next(detector, 4 * PER_DAY, sine(4 * PER_DAY) + 3000).score();
        double later = first;
        for (int i = 1; i < 3 * PER_DAY; i++) {
            later = next(detector, 4 * PER_DAY + i, sine(i) + 3000).score();
        }
        assertThat(first).isGreaterThan(RcfDetector.LEVELS.low());
        assertThat(later).isLessThan(RcfDetector.LEVELS.low());
    }

    @Test
    void itExpectsASineToGoOn() {
        Detector detector = learned("rcf:shingle=8", 6 * PER_DAY);
        for (int i = 6 * PER_DAY; i < 7 * PER_DAY; i++) {
            Judgement judgement = next(detector, i, sine(i));
            assertThat(judgement.expected()).isCloseTo(sine(i), within(150.0));
            assertThat(judgement.low()).isLessThan(judgement.expected());
            assertThat(judgement.high()).isGreaterThan(judgement.expected());
        }
    }

    @Test
    void theKinesisPresetNamesTheInputThatIsUnusual() {
        Detector detector = Detectors.create("rcf:kinesis,trees=50", new DetectorSettings(WIDTH, ZoneOffset.UTC, 1));
        Random random = new Random(1);
        for (int i = 0; i < 14 * PER_DAY; i++) {
            next(detector, i, 100 + random.nextInt(20));
        }
        Judgement judgement = next(detector, 14 * PER_DAY, 900);
        assertThat(judgement.attribution()).containsOnlyKeys("minute", "weekday", "value");
        double value = judgement.attribution().get("value");
        assertThat(value).isGreaterThan(0.8 * judgement.score());
    }

    @Test
    void aGapIsFilledAndNeitherScoredNorLearned() {
        Detector detector = learned("rcf", 4 * PER_DAY);
        for (int i = 0; i < 20; i++) {
            Judgement gap = next(detector, 4 * PER_DAY + i, Double.NaN);
            assertThat(gap.score()).isZero();
            assertThat(gap.expected()).isFinite();
        }
        assertThat(next(detector, 4 * PER_DAY + 20, sine(4 * PER_DAY + 20)).score())
                .isLessThan(RcfDetector.LEVELS.low());
    }

    @Test
    void afterItsTimeOfLearningItOnlyScores() {
        Detector detector = learned("rcf:learn=2d", 2 * PER_DAY);
        double first = next(detector, 2 * PER_DAY, 2000).score();
        for (int i = 1; i < PER_DAY; i++) {
            next(detector, 2 * PER_DAY + i, 2000);
        }
        for (int i = 0; i < 4; i++) {
            next(detector, 3 * PER_DAY + i, sine(i));
        }
        assertThat(next(detector, 3 * PER_DAY + 4, 2000).score()).isCloseTo(first, within(0.5));
        assertThat(first).isGreaterThan(RcfDetector.LEVELS.low());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rcf", "rcf:kinesis", "rcf:shingle=1,samples=512", "rcf:shingle=8,learn=3d"})
    void aRestoredDetectorGoesOnToTheLastBit(String name) {
        Detector stayed = learned(name, 3000);
        byte[] snapshot = stayed.snapshot();
        assertThat(snapshot).hasSizeLessThan(400_000);
        Detector restored = Detectors.restore(name, snapshot);
        assertThat(restored.snapshot()).isEqualTo(snapshot);
        for (int i = 3000; i < 5000; i++) {
            double value = i % 50 == 0 ? Double.NaN : noisy(i);
            assertThat(next(restored, i, value)).isEqualTo(next(stayed, i, value));
        }
        assertThat(restored.snapshot()).isEqualTo(stayed.snapshot());
    }

    @Test
    void theSameSeedGivesTheSameScores() {
        assertThat(next(learned("rcf", 1000), 1000, 5)).isEqualTo(next(learned("rcf", 1000), 1000, 5));
        Detector other = Detectors.create("rcf", new DetectorSettings(WIDTH, ZoneOffset.UTC, 2));
        for (int i = 0; i < 1000; i++) {
            next(other, i, noisy(i));
        }
        assertThat(next(other, 1000, 5)).isNotEqualTo(next(learned("rcf", 1000), 1000, 5));
    }

    @Test
    void aSnapshotOfTheFirstLayoutIsStillRead() throws IOException {
        Detector detector = Detectors.restore("rcf", Base64.getMimeDecoder().decode(resource("rcf-1.snapshot.base64")));
        List<Double> scores = new ArrayList<>();
        for (int i = 500; i < 510; i++) {
            scores.add(next(detector, i, i == 505 ? 5000 : noisy(i)).score());
        }
        String[] golden = resource("rcf-1.scores.txt").strip().split("\n");
        for (int i = 0; i < golden.length; i++) {
            assertThat(scores.get(i)).isCloseTo(Double.parseDouble(golden[i]), within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rcf:trees=0 | a whole number from 1 to 500",
                "rcf:leaves=5 | there is no such option",
                "rcf:decay=2 | a number from 0 to below 1",
                "rcf:decay=x | no number",
                "rcf:learn=soon | is not a duration",
                "rcf:shingle | there is no such option",
                "tide:trees=5 | takes no options"
            })
    void whatIsNoOptionIsRefused(String name, String message) {
        assertThatThrownBy(() -> Detectors.create(name, SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RcfDetectorTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static Detector learned(String name, int buckets) {
        Detector detector = Detectors.create(name, SETTINGS);
        for (int i = 0; i < buckets; i++) {
            next(detector, i, noisy(i));
        }
        return detector;
    }

    private static Judgement next(Detector detector, int i, double value) {
        return detector.next(MONDAY.plus(WIDTH.multipliedBy(i)), value);
    }

    private static double sine(int i) {
        return 500 + 400 * StrictMath.sin(2 * Math.PI * i / PER_DAY);
    }

    /** The same for the same bucket. */
    private static double noisy(int i) {
        return sine(i) + 10 * new Random(i).nextGaussian();
    }
}
