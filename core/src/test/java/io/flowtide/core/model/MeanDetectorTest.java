package io.flowtide.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeanDetectorTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final DetectorSettings SETTINGS = new DetectorSettings(HOUR, ZoneOffset.UTC, 1);

    @Test
    void theScoreIsTheDistanceInStandardDeviations() {
        Detector detector = Detectors.create("mean", SETTINGS);
        detector.next(MONDAY, 8);
        detector.next(MONDAY.plus(Duration.ofDays(1)), 12);
        Judgement judgement = detector.next(MONDAY.plus(Duration.ofDays(2)), 16);
        assertThat(judgement.expected()).isEqualTo(10);
        assertThat(judgement.low()).isEqualTo(4);
        assertThat(judgement.high()).isEqualTo(16);
        assertThat(judgement.score()).isEqualTo(3);
        assertThat(judgement.attribution()).containsEntry("value", 3.0);
    }

    @Test
    void weekendsAreApartFromWorkingDays() {
        Detector detector = Detectors.create("mean", SETTINGS);
        for (int day = 0; day < 5; day++) {
            detector.next(MONDAY.plus(Duration.ofDays(day)), 10);
        }
        assertThat(detector.next(MONDAY.plus(Duration.ofDays(5)), 3).confidence())
                .isZero();
        detector.next(MONDAY.plus(Duration.ofDays(6)), 5);
        assertThat(detector.next(MONDAY.plus(Duration.ofDays(7)), 10).expected())
                .isEqualTo(10);
        assertThat(detector.next(MONDAY.plus(Duration.ofDays(12)), 4).expected())
                .isEqualTo(4);
    }

    @Test
    void daysOfTheWeekMayBeApart() {
        Detector detector = new MeanDetector(SETTINGS, new MeanOptions(DayClasses.DAY_OF_WEEK, DeviationKind.STANDARD));
        for (int day = 0; day < 14; day++) {
            detector.next(MONDAY.plus(Duration.ofDays(day)), day % 7);
        }
        assertThat(detector.next(MONDAY.plus(Duration.ofDays(17)), 0).expected())
                .isEqualTo(3);
    }

    @Test
    void theMeanAbsoluteDeviationIsTakenAroundTheMeanOfItsTime() {
        Detector detector =
                new MeanDetector(SETTINGS, new MeanOptions(DayClasses.WEEKDAY_OR_WEEKEND, DeviationKind.MEAN_ABSOLUTE));
        detector.next(MONDAY, 10);
        detector.next(MONDAY.plus(Duration.ofDays(1)), 14);
        detector.next(MONDAY.plus(Duration.ofDays(2)), 18);
        // |14 - 10| and |18 - 12|
        Judgement judgement = detector.next(MONDAY.plus(Duration.ofDays(3)), 24);
        assertThat(judgement.score()).isCloseTo((24 - 14) / 5.0, within(1e-12));
    }

    @Test
    void aGapTeachesNothing() {
        Detector detector = Detectors.create("mean", SETTINGS);
        detector.next(MONDAY, 8);
        detector.next(MONDAY.plus(Duration.ofDays(1)), 12);
        assertThat(detector.next(MONDAY.plus(Duration.ofDays(2)), Double.NaN).score())
                .isZero();
        assertThat(detector.next(MONDAY.plus(Duration.ofDays(3)), 10).expected())
                .isEqualTo(10);
    }

    @Test
    void theClockOfTheZoneRules() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Detector detector = Detectors.create("mean", new DetectorSettings(HOUR, berlin, 1));
        // Summer time ends on 2026-10-25: 08:00 local is 06:00Z before and 07:00Z after.
        detector.next(Instant.parse("2026-10-22T06:00:00Z"), 10);
        detector.next(Instant.parse("2026-10-23T06:00:00Z"), 10);
        assertThat(detector.next(Instant.parse("2026-10-26T07:00:00Z"), 10).expected())
                .isEqualTo(10);
    }

    @Test
    void aRestoredDetectorGoesOnToTheLastBit() {
        Random random = new Random(7);
        Detector stayed = Detectors.create("mean", SETTINGS);
        for (int i = 0; i < 500; i++) {
            stayed.next(MONDAY.plus(HOUR.multipliedBy(i)), random.nextDouble());
        }
        Detector restored = Detectors.restore("mean", stayed.snapshot());
        assertThat(restored.snapshot()).isEqualTo(stayed.snapshot());
        for (int i = 500; i < 1000; i++) {
            Instant time = MONDAY.plus(HOUR.multipliedBy(i));
            double value = random.nextDouble();
            assertThat(restored.next(time, value)).isEqualTo(stayed.next(time, value));
        }
    }

    @Test
    void aSnapshotOfAnotherDetectorOrADamagedOneIsRefused() {
        byte[] snapshot = Detectors.create("mean", SETTINGS).snapshot();
        byte[] newer = snapshot.clone();
        newer[2 + "mean".length()] = 9;
        byte[] other = snapshot.clone();
        other[2] = 'b';
        byte[] cut = Arrays.copyOf(snapshot, snapshot.length / 2);
        assertThatThrownBy(() -> Detectors.restore("mean", newer))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("layout 9");
        assertThatThrownBy(() -> Detectors.restore("mean", other))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("'bean'");
        assertThatThrownBy(() -> Detectors.restore("mean", cut))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> Detectors.create("tidal", SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'tidal'")
                .hasMessageContaining("tide, seasonal, mean, rcf");
    }
}
