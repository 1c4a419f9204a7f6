package io.flowtide.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.scoring.CutOff;
import io.flowtide.core.scoring.CutOffs;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.scoring.Severity;
import io.flowtide.core.scoring.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TideDetectorTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @ParameterizedTest
    @CsvSource({"20, 1", "20, 2", "20, 3", "200, 4", "200, 5", "200, 6", "2000, 7", "2000, 8", "20000, 9", "20000, 10"})
    void findsWhatWasPlantedAndNothingElse(double perMinute, long seed) {
        SyntheticTraffic traffic = new SyntheticTraffic(seed, perMinute, FIVE_MINUTES);
        List<Verdict> verdicts = verdicts(traffic);
        for (int i = traffic.values.length / 2; i < traffic.values.length; i++) {
            if (!traffic.isTouched(i)) {
                assertThat(verdicts.get(i).anomaly())
                        .as("seed %d, bucket %d", seed, i)
                        .isFalse();
            }
        }
        assertFound(traffic.events.get(0), verdicts, Direction.SPIKE);
        assertFound(traffic.events.get(1), verdicts, Direction.DIP);
        assertFound(traffic.events.get(2), verdicts, Direction.SILENCE);
        assertThat(worst(traffic.events.get(2), verdicts)).isEqualTo(Severity.HIGH);
    }

    private static void assertFound(SyntheticTraffic.Event event, List<Verdict> verdicts, Direction direction) {
        List<Verdict> first = verdicts.subList(event.from(), event.from() + 2);
        assertThat(first).anySatisfy(verdict -> assertThat(verdict.direction()).contains(direction));
    }

    private static Severity worst(SyntheticTraffic.Event event, List<Verdict> verdicts) {
        return verdicts.subList(event.from(), event.to()).stream()
                .flatMap(verdict -> verdict.severity().stream())
                .max(Severity::compareTo)
                .orElseThrow();
    }

    private static List<Verdict> verdicts(SyntheticTraffic traffic) {
        Detector detector = Detectors.create("tide", new DetectorSettings(traffic.width, ZoneOffset.UTC, 1));
        CutOff cutOff = CutOffs.parse("default", "tide");
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < traffic.values.length; i++) {
            Judgement judgement = detector.next(traffic.time(i), traffic.values[i]);
            verdicts.add(cutOff.next(traffic.time(i), traffic.values[i], judgement));
        }
        return verdicts;
    }

    @ParameterizedTest
    @CsvSource({"PT1M", "PT5M", "PT10M", "PT1H"})
    void expectsWhatHasAlwaysBeenThereAtAnyWidth(Duration width) {
        Detector detector = detector(width, ZoneOffset.UTC);
        Judgement judgement = new Judgement(0, 0, 0, 0, 0, Map.of());
        for (Instant time = SyntheticTraffic.START; time.isBefore(day(15)); time = time.plus(width)) {
            judgement = detector.next(time, wave(time, ZoneOffset.UTC));
        }
        assertThat(judgement.score()).isLessThan(1);
        assertThat(judgement.confidence()).isEqualTo(1);
        assertThat(judgement.low()).isLessThan(judgement.expected());
        assertThat(judgement.high()).isGreaterThan(judgement.expected());
    }

    @Test
    void saysNothingWhileItHasSeenNothing() {
        Judgement judgement = detector(FIVE_MINUTES, ZoneOffset.UTC).next(SyntheticTraffic.START, 100);
        assertThat(judgement.expected()).isNaN();
        assertThat(judgement.score()).isZero();
        assertThat(judgement.confidence()).isZero();
    }

    @Test
    void theFirstWeekendIsNotAnAlarm() {
        SyntheticTraffic traffic = new SyntheticTraffic(11, 1000, FIVE_MINUTES);
        List<Verdict> verdicts = verdicts(traffic);
        for (int i = 0; i < 14 * 288; i++) {
            assertThat(verdicts.get(i).anomaly()).as("bucket %d", i).isFalse();
        }
    }

    @Test
    void changingTheClockIsNotAnAlarm() {
        // On 2026-10-25 Berlin's day has 25 hours; traffic follows the clock on the wall.
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Detector detector = detector(FIVE_MINUTES, berlin);
        Random random = new Random(3);
        double worst = 0;
        for (Instant time = SyntheticTraffic.START; time.isBefore(day(28)); time = time.plus(FIVE_MINUTES)) {
            double mean = wave(time, berlin);
            double score = detector.next(time, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()))
                    .score();
            worst = time.isBefore(day(14)) ? 0 : Math.max(worst, score);
        }
        assertThat(worst).isLessThan(TideDetector.LEVELS.low());
    }

    @Test
    void aGapIsNeitherNewsNorALesson() {
        Detector detector = detector(FIVE_MINUTES, ZoneOffset.UTC);
        for (Instant time = SyntheticTraffic.START; time.isBefore(day(15)); time = time.plus(FIVE_MINUTES)) {
            boolean gap = time.isAfter(day(10)) && time.isBefore(day(11));
            Judgement judgement = detector.next(time, gap ? Double.NaN : wave(time, ZoneOffset.UTC));
            assertThat(judgement.score()).isLessThan(TideDetector.LEVELS.low());
        }
        assertThat(detector.next(day(15), wave(day(15), ZoneOffset.UTC)).score())
                .isLessThan(TideDetector.LEVELS.low());
    }

    @Test
    void aSeriesOfZerosIsQuietUntilItSpeaks() {
        Detector detector = detector(FIVE_MINUTES, ZoneOffset.UTC);
        for (Instant time = SyntheticTraffic.START; time.isBefore(day(15)); time = time.plus(FIVE_MINUTES)) {
            assertThat(detector.next(time, 0).score()).isLessThan(1);
        }
        assertThat(detector.next(day(15), 50).score()).isGreaterThan(TideDetector.LEVELS.high());
    }

    @Test
    void theHourAfterASpikeIsQuiet() {
        SyntheticTraffic traffic = new SyntheticTraffic(4, 200, FIVE_MINUTES);
        List<Verdict> verdicts = verdicts(traffic);
        for (SyntheticTraffic.Event event : traffic.events) {
            // Once a bucket is back where it belongs nobody is told of the hour that lies behind it.
            for (int i = event.to() + 1; i < event.to() + 12; i++) {
                assertThat(verdicts.get(i).anomaly()).as("bucket %d", i).isFalse();
            }
        }
    }

    @Test
    void aSeriesWithoutAPatternLivesFromTheForest() {
        Detector detector = detector(Duration.ofMinutes(7), ZoneOffset.UTC);
        Random random = new Random(9);
        for (int i = 0; i < 3000; i++) {
            detector.next(SyntheticTraffic.START.plus(Duration.ofMinutes(7L * i)), 50 + 10 * random.nextGaussian());
        }
        Judgement dip = detector.next(SyntheticTraffic.START.plus(Duration.ofMinutes(7L * 3000)), -100);
        assertThat(dip.score()).isGreaterThan(TideDetector.LEVELS.low());
        assertThat(dip.attribution().get("value")).isEqualTo(-dip.score());
    }

    @Test
    void itIsWarmingUpForAWeek() {
        Detector detector = detector(FIVE_MINUTES, ZoneOffset.UTC);
        for (Instant time = SyntheticTraffic.START; time.isBefore(day(12)); time = time.plus(FIVE_MINUTES)) {
            Judgement judgement = detector.next(time, wave(time, ZoneOffset.UTC));
            assertThat(judgement.isWarmingUp()).as("%s", time).isEqualTo(time.isBefore(day(7)));
        }
    }

    @Test
    void itsScoresAreFinite() {
        Detector detector = detector(FIVE_MINUTES, ZoneOffset.UTC);
        Random random = new Random(5);
        for (Instant time = SyntheticTraffic.START; time.isBefore(day(9)); time = time.plus(FIVE_MINUTES)) {
            double value = random.nextInt(50) == 0 ? 1e300 : -random.nextDouble();
            assertThat(detector.next(time, value).score()).isFinite();
        }
    }

    @Test
    void aRestoredDetectorGoesOnToTheLastBit() {
        SyntheticTraffic traffic = new SyntheticTraffic(2, 500, FIVE_MINUTES);
        Detector stayed = detector(FIVE_MINUTES, ZoneOffset.UTC);
        for (int i = 0; i < 5000; i++) {
            stayed.next(traffic.time(i), traffic.values[i]);
        }
        Detector restored = Detectors.restore("tide", stayed.snapshot());
        assertThat(restored.snapshot()).isEqualTo(stayed.snapshot());
        for (int i = 5000; i < traffic.values.length; i++) {
            assertThat(restored.next(traffic.time(i), traffic.values[i]))
                    .isEqualTo(stayed.next(traffic.time(i), traffic.values[i]));
        }
        assertThat(stayed.snapshot()).hasSizeLessThan(400_000);
    }

    private static Detector detector(Duration width, ZoneId zone) {
        return Detectors.create("tide", new DetectorSettings(width, zone, 1));
    }

    private static Instant day(int day) {
        return SyntheticTraffic.START.plus(Duration.ofDays(day));
    }

    private static double wave(Instant time, ZoneId zone) {
        double hour = time.atZone(zone).toLocalTime().toSecondOfDay() / 3600.0;
        return Math.rint(1000 - 800 * StrictMath.cos(2 * Math.PI * hour / 24));
    }
}
