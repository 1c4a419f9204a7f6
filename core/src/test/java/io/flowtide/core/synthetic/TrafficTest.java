package io.flowtide.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
    private static final SeriesId ALL = SeriesId.total("requests");

    @Test
    void theMeanOfAWeekIsTheRate() {
        assertThat(mean(series(traffic(60, 1), MONDAY, 7))).isCloseTo(60, within(3.0));
    }

    @Test
    void thereAreTwoRushHoursOnWorkingDaysAndNoneOnWeekends() {
        Traffic traffic = traffic(600, 2);

        assertThat(hour(traffic, 1, 8)).isGreaterThan(1.5 * hour(traffic, 1, 11));
        assertThat(hour(traffic, 1, 17)).isGreaterThan(1.5 * hour(traffic, 1, 11));
        assertThat(hour(traffic, 1, 3)).isLessThan(0.2 * hour(traffic, 1, 8));
        assertThat(hour(traffic, 5, 8)).isLessThan(0.4 * hour(traffic, 1, 8));
        assertThat(mean(series(traffic, MONDAY.plus(Duration.ofDays(5)), 2)))
                .isLessThan(0.6 * mean(series(traffic, MONDAY, 5)));
    }

    @Test
    void theRushHourIsThatOfTheZone() {
        Traffic tokyo = new Traffic(ZoneId.of("Asia/Tokyo"), 600, 2, List.of());

        assertThat(hour(tokyo, 0, 23)).isGreaterThan(3 * hour(tokyo, 0, 18));
    }

    @Test
    void anomaliesChangeTheirMinutesAndNoOther() {
        List<PlantedAnomaly> anomalies = List.of(
                PlantedAnomaly.parse("spike@2026-11-17T08:00/PT1H*3", ZoneOffset.UTC),
                PlantedAnomaly.parse("dip@2026-11-18T08:00/PT1H*0.2", ZoneOffset.UTC),
                PlantedAnomaly.parse("silence@2026-11-19T08:00/PT1H", ZoneOffset.UTC));
        Traffic plain = traffic(600, 3);
        Traffic planted = new Traffic(ZoneOffset.UTC, 600, 3, anomalies);

        assertThat(hour(planted, 1, 8) / hour(plain, 1, 8)).isCloseTo(3, within(0.1));
        assertThat(hour(planted, 2, 8) / hour(plain, 2, 8)).isCloseTo(0.2, within(0.02));
        assertThat(planted.requests(MONDAY.plus(Duration.ofHours(3 * 24 + 8)))).isZero();
        assertThat(series(planted, MONDAY, 1).values())
                .isEqualTo(series(plain, MONDAY, 1).values());
        assertThat(planted.requests(MONDAY.plus(Duration.ofHours(3 * 24 + 9))))
                .isEqualTo(plain.requests(MONDAY.plus(Duration.ofHours(3 * 24 + 9))))
                .isPositive();
    }

    @Test
    void aBucketOfSilenceIsAGap() {
        Traffic traffic = new Traffic(
                ZoneOffset.UTC, 60, 1, List.of(PlantedAnomaly.parse("silence@2026-11-16T00:03/PT9M", ZoneOffset.UTC)));

        TimeSeries series = traffic.series(ALL, MONDAY, MONDAY.plus(Duration.ofMinutes(15)), Duration.ofMinutes(5));

        assertThat(series.values().isMissing(0)).isFalse();
        assertThat(series.values().isMissing(1)).isTrue();
        assertThat(series.values().isMissing(2)).isFalse();
    }

    /** Frozen: whoever changes these numbers changes what every seed means. */
    @Test
    void theSameSeedGivesTheSameTrafficEverywhere() {
        Traffic traffic = traffic(60, 42);

        assertThat(series(traffic, MONDAY.plus(Duration.ofHours(8)), 1)
                        .values()
                        .slice(0, 6)
                        .toArray())
                .containsExactly(149, 136, 166, 132, 140, 151);
        assertThat(traffic(60, 43).requests(MONDAY)).isNotEqualTo(traffic.requests(MONDAY));
    }

    @Test
    void aRateThatIsNoneIsRefused() {
        assertThatThrownBy(() -> traffic(0, 1)).hasMessageContaining("it is 0.0");
        assertThatThrownBy(() -> traffic(Double.NaN, 1)).hasMessageContaining("it is NaN");
        assertThatThrownBy(() -> traffic(1e9, 1)).hasMessageContaining("it is 1.0E9");
    }

    private static Traffic traffic(double rate, long seed) {
        return new Traffic(ZoneOffset.UTC, rate, seed, List.of());
    }

    private static TimeSeries series(Traffic traffic, Instant from, int days) {
        return traffic.series(ALL, from, from.plus(Duration.ofDays(days)), Duration.ofMinutes(1));
    }

    private static double hour(Traffic traffic, int day, int hour) {
        Instant from = MONDAY.plus(Duration.ofHours(24L * day + hour));
        return traffic.series(ALL, from, from.plus(Duration.ofHours(1)), Duration.ofHours(1))
                .values()
                .get(0);
    }

    private static double mean(TimeSeries series) {
        return series.values().stream().average().orElseThrow();
    }
}
