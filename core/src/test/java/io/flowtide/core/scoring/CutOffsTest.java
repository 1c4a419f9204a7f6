package io.flowtide.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.model.Judgement;
import io.flowtide.core.model.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutOffsTest {

    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2.99, , false",
        "3, LOW, true",
        "4.5, MEDIUM, true",
        "6, HIGH, true",
        "1e9, HIGH, true",
    })
    void theDefaultIsTheDetectorsOwn(double score, Severity severity, boolean anomaly) {
        Verdict verdict = CutOffs.parse("default", "mean").next(START, 5, judgement(score));
        assertThat(verdict.anomaly()).isEqualTo(anomaly);
        assertThat(verdict.severity()).isEqualTo(Optional.ofNullable(severity));
        assertThat(verdict.threshold()).isEqualTo(3);
    }

    @Test
    void batchTakesMeanAndDeviationOfAllScoresBefore() {
        CutOff cutOff = CutOffs.parse("batch", "mean");
        feed(cutOff, 1, 3, 1, 3);
        // mean 2, deviation 1
        Verdict verdict = cutOff.next(START, 5, judgement(5));
        assertThat(verdict.threshold()).isEqualTo(5);
        assertThat(verdict.severity()).contains(Severity.LOW);
    }

    @Test
    void severityGrowsWithTheDeviationsBeyondTheMean() {
        assertThat(afterOnesAndThrees("batch:3", 6.5).severity()).contains(Severity.MEDIUM);
        assertThat(afterOnesAndThrees("batch:3", 8).severity()).contains(Severity.HIGH);
        assertThat(afterOnesAndThrees("batch:2", 4).severity()).contains(Severity.LOW);
        assertThat(afterOnesAndThrees("batch:3", 4.9).anomaly()).isFalse();
    }

    @Test
    void withoutTwoScoresThereIsNoThreshold() {
        CutOff cutOff = CutOffs.parse("batch", "mean");
        assertThat(cutOff.next(START, 5, judgement(100)).threshold()).isNaN();
        assertThat(cutOff.next(START, 5, judgement(100)).anomaly()).isFalse();
    }

    @Test
    void scoresThatNeverDifferedRaiseNothing() {
        CutOff cutOff = CutOffs.parse("batch", "mean");
        feed(cutOff, 2, 2, 2);
        assertThat(cutOff.next(START, 5, judgement(2)).anomaly()).isFalse();
        assertThat(cutOff.next(START, 5, judgement(2.1)).anomaly()).isTrue();
    }

    @Test
    void rollingForgetsWhatIsOlderThanItsWindow() {
        CutOff cutOff = CutOffs.parse("rolling:3:4", "mean");
        feed(cutOff, 1000, 1, 3, 1, 3);
        assertThat(cutOff.next(START, 5, judgement(1)).threshold()).isEqualTo(5);
    }

    @Test
    void dailyStartsWithTheDayBeforeAndGoesOnWithTheDaySoFar() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        CutOff cutOff = CutOffs.parse("daily", "mean", zone);
        Instant midnight = Instant.parse("2026-11-02T23:00:00Z");
        feedFrom(cutOff, midnight.minus(Duration.ofHours(1)), 1, 3, 1, 3);
        assertThat(cutOff.next(midnight, 5, judgement(10)).threshold()).isEqualTo(5);
        feedFrom(cutOff, midnight.plus(Duration.ofMinutes(5)), 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10);
        assertThat(cutOff.next(midnight.plus(Duration.ofHours(1)), 5, judgement(10))
                        .threshold())
                .isEqualTo(Math.nextUp(10.0));
    }

    @Test
    void fixedLevelsMayBeGivenOneByOne() {
        assertThat(CutOffs.parse("fixed:2", "rcf").next(START, 5, judgement(3)).severity())
                .contains(Severity.MEDIUM);
        assertThat(CutOffs.parse("fixed:2,5,9", "rcf")
                        .next(START, 5, judgement(4))
                        .severity())
                .contains(Severity.LOW);
        assertThat(CutOffs.parse("fixed:2,5,9", "rcf")
                        .next(START, 5, judgement(9))
                        .severity())
                .contains(Severity.HIGH);
    }

    @Test
    void aGapIsNeverAnAnomalyAndIsNotRemembered() {
        CutOff cutOff = CutOffs.parse("batch", "mean");
        feed(cutOff, 1, 3, 1, 3);
        assertThat(cutOff.next(START, Double.NaN, judgement(50)).anomaly()).isFalse();
        assertThat(cutOff.next(START, 5, judgement(1)).threshold()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 10, 8, 12, 0, SPIKE",
        "5, 10, 8, 12, 0, DIP",
        "0, 10, 8, 12, 0, SILENCE",
        "0, -5, -8, -2, 0, SPIKE",
        "11, 10, 8, 12, -3, DIP",
        "9, 10, 8, 12, 3, SPIKE",
        "5, NaN, NaN, NaN, -1, DIP",
        "5, NaN, NaN, NaN, 1, SPIKE",
        "0, NaN, NaN, NaN, 0, SILENCE",
        "9, 10, 8, 12, 0, DIP",
    })
    void theDirectionFollowsTheBandAndThenTheAttribution(
            double value, double expected, double low, double high, double attribution, Direction direction) {
        Judgement judgement = new Judgement(expected, low, high, 99, 1, Map.of("value", attribution));
        assertThat(CutOffs.parse("default", "mean")
                        .next(START, value, judgement)
                        .direction())
                .contains(direction);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "often | there is no cut-off 'often'",
                "batch:x | is no number",
                "batch:-1 | must be positive",
                "batch:3:4 | more after the colon",
                "default:3 | more after the colon",
                "rolling:3:1 | from 2 to",
                "rolling:3:2.5 | whole one",
                "fixed | lacks the score",
                "fixed:1,2,3,4 | three severities",
                "fixed:3,2 | ascend",
                "fixed:Infinity | not finite",
            })
    void aWrongSpecIsRefusedWithTheReason(String spec, String reason) {
        assertThatThrownBy(() -> CutOffs.parse(spec, "mean"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + spec + "'")
                .hasMessageContaining(reason);
    }

    private static Verdict afterOnesAndThrees(String spec, double score) {
        CutOff cutOff = CutOffs.parse(spec, "mean");
        feed(cutOff, 1, 3, 1, 3);
        return cutOff.next(START, 5, judgement(score));
    }

    private static void feed(CutOff cutOff, double... scores) {
        feedFrom(cutOff, START, scores);
    }

    private static void feedFrom(CutOff cutOff, Instant start, double... scores) {
        for (int i = 0; i < scores.length; i++) {
            cutOff.next(start.plus(Duration.ofMinutes(5L * i)), 5, judgement(scores[i]));
        }
    }

    private static Judgement judgement(double score) {
        return new Judgement(4, 3, 4.5, score, 1, Map.of());
    }

    @Test
    void batchGoesOnFromWhatWasTakenDownBefore() {
        double[] scores = {1, 2, 3, 1, 2, 9, 2, 1, 3, 2};
        CutOff whole = CutOffs.parse("batch:2", "tide");
        Moments firstHalf = new Moments();
        Arrays.stream(scores, 0, 5).forEach(firstHalf::add);
        CutOff second = CutOffs.parse(
                "batch:2",
                "tide",
                ZoneOffset.UTC,
                new Moments(firstHalf.count(), firstHalf.mean(), firstHalf.squares()));

        for (int i = 0; i < scores.length; i++) {
            Judgement judgement = new Judgement(1, 0, 2, scores[i], 1, Map.of());
            Verdict of = whole.next(Windows.at(i), 1, judgement);
            if (i >= 5) {
                assertThat(second.next(Windows.at(i), 1, judgement)).isEqualTo(of);
            }
        }
        assertThat(CutOffs.remembers("batch")).isTrue();
        assertThat(CutOffs.remembers("daily:3")).isFalse();
    }
}
