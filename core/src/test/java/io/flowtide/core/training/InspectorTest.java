package io.flowtide.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectorTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static List<Finding> findings(TimeSeries history) {
        return Inspector.inspect(history, ZoneOffset.UTC).findings();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ordinaryTrafficIsLeftAsItIs(long seed) {
        TimeSeries weeks = Histories.weeks(6, seed);

        Inspection inspection = Inspector.inspect(weeks, ZoneOffset.UTC);

        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.usable()).isEqualTo(weeks);
        assertThat(inspection.usedShare()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 0.5})
    void whatWasCountedTwiceOrByHalfIsScaledBack(double factor) {
        TimeSeries weeks = Histories.weeks(6, 1);
        Instant from = Histories.day(29).plus(HOUR.multipliedBy(11));
        Instant to = Histories.day(31).plus(HOUR.multipliedBy(3));

        Inspection inspection = Inspector.inspect(Histories.scaled(weeks, from, to, factor), ZoneOffset.UTC);

        assertThat(inspection.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.RESCALED);
            assertThat(finding.factor()).isEqualTo(factor);
            assertThat(Duration.between(from, finding.from()).abs()).isLessThanOrEqualTo(HOUR);
            assertThat(Duration.between(to, finding.to()).abs()).isLessThanOrEqualTo(HOUR);
        });
        int middle = weeks.indexOf(Histories.day(30));
        assertThat(inspection.usable().values().get(middle))
                .isEqualTo(weeks.values().get(middle));
    }

    @Test
    void aDoublingUpToTheEndOfTheHistoryIsFound() {
        TimeSeries weeks = Histories.weeks(6, 2);
        Instant from = Histories.day(40).plus(HOUR.multipliedBy(12));

        assertThat(findings(Histories.scaled(weeks, from, weeks.end(), 2)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.reason()).isEqualTo(Reason.RESCALED);
                    assertThat(finding.to()).isEqualTo(weeks.end());
                });
    }

    @Test
    void trafficThatGrowsIsNotRescaled() {
        TimeSeries weeks = Histories.weeks(8, 3);
        double[] grown = IntStream.range(0, weeks.size())
                .mapToDouble(i -> weeks.values().get(i) * (1 + 2.0 * i / weeks.size()))
                .toArray();

        assertThat(findings(new TimeSeries(weeks.id(), weeks.start(), weeks.width(), Values.of(grown))))
                .extracting(Finding::reason)
                .doesNotContain(Reason.RESCALED, Reason.UNUSUAL_SEASON);
    }

    @Test
    void twoWeeksOfHolidaysAreOneSeason() {
        TimeSeries weeks = Histories.holidays(Histories.weeks(7, 4), 14, 27);

        assertThat(findings(weeks)).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.UNUSUAL_SEASON);
            assertThat(finding.from()).isEqualTo(Histories.day(14));
            assertThat(finding.to()).isBetween(Histories.day(26), Histories.day(27));
            assertThat(finding.why()).startsWith("2026-03-16 to 2026-03-2");
        });
    }

    @Test
    void aHolidayAloneIsAnUnusualDay() {
        assertThat(findings(Histories.holidays(Histories.weeks(6, 5), 23, 24)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.reason()).isEqualTo(Reason.UNUSUAL_DAY);
                    assertThat(finding.from()).isEqualTo(Histories.day(23));
                });
    }

    @Test
    void anOutageOfAnHourIsAnOutlier() {
        Instant from = Histories.day(22).plus(HOUR.multipliedBy(11));

        Inspection inspection =
                Inspector.inspect(Histories.scaled(Histories.weeks(6, 6), from, from.plus(HOUR), 0.1), ZoneOffset.UTC);

        assertThat(inspection.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.OUTLIER);
            assertThat(finding.from()).isEqualTo(from);
            assertThat(finding.to()).isEqualTo(from.plus(HOUR));
        });
        assertThat(inspection.usable().between(from, from.plus(HOUR)).values().stream())
                .allMatch(value -> Double.isNaN(value));
    }

    @Test
    void gapsFromAnHourOnAreTold() {
        TimeSeries weeks = Histories.weeks(4, 7);
        TimeSeries once =
                Histories.missing(weeks, Histories.day(3), Histories.day(3).plus(HOUR.multipliedBy(5)));
        TimeSeries twice =
                Histories.missing(once, Histories.day(9), Histories.day(9).plus(Duration.ofMinutes(30)));

        assertThat(findings(twice))
                .containsExactly(new Finding(
                        Reason.GAP,
                        Histories.day(3),
                        Histories.day(3).plus(HOUR.multipliedBy(5)),
                        1,
                        "There is nothing for 5h"));
    }

    @Test
    void theDaysOfShiftedClocksAreOrdinary() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        // The clocks go forward on 29 March.
        assertThat(Inspector.inspect(Histories.weeks(6, 8, berlin), berlin).findings())
                .isEmpty();
    }

    @Test
    void enoughIsLeftEvenWhenNoDayIsLikeAnother() {
        TimeSeries weeks = Histories.weeks(6, 9);
        double[] wild = IntStream.range(0, weeks.size())
                .mapToDouble(i -> 1000 * (1 + (i / 144 * 7919L) % 13) * ((i % 144) % (3 + i / 144 % 5)))
                .toArray();

        Inspection inspection = Inspector.inspect(
                new TimeSeries(weeks.id(), weeks.start(), weeks.width(), Values.of(wild)), ZoneOffset.UTC);

        assertThat(inspection.usedShare()).isGreaterThan(0.35);
    }

    @Test
    void aShortOrEmptyHistoryIsNotJudged() {
        TimeSeries week = Histories.weeks(1, 1);

        assertThat(findings(week)).isEmpty();
        assertThat(findings(week.between(week.start(), week.start()))).isEmpty();
    }

    @Test
    void robustStatisticsDoNotFollowTheWild() {
        assertThat(Robust.median(1, 2, Double.NaN, 3, 1e9)).isEqualTo(2.5);
        assertThat(Robust.deviation(1, 2, 3, 4, 1e9)).isCloseTo(1.4826, within(1e-12));
        assertThat(Robust.median()).isNaN();
    }
}
