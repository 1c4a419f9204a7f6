package io.flowtide.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static List<TimeAxis.Tick> ticks(String from, String to, int most) {
        return TimeAxis.ticks(Instant.parse(from), Instant.parse(to), BERLIN, most);
    }

    @Test
    void aDayHasRoundLocalHoursAndNamesEachDayOnce() {
        List<TimeAxis.Tick> ticks = ticks("2026-11-20T08:10:00Z", "2026-11-21T08:10:00Z", 13);

        assertThat(ticks).hasSize(12);
        assertThat(ticks.get(0))
                .isEqualTo(new TimeAxis.Tick(Instant.parse("2026-11-20T09:00:00Z"), "10:00", "Fri 20 Nov"));
        assertThat(ticks)
                .filteredOn(tick -> !tick.era().isEmpty())
                .extracting(TimeAxis.Tick::label)
                .containsExactly("10:00", "00:00");
    }

    @Test
    void theHourThatTheClockSkipsHasNoTick() {
        assertThat(ticks("2026-03-28T23:00:00Z", "2026-03-29T04:00:00Z", 9))
                .extracting(TimeAxis.Tick::label)
                .containsExactly("00:00", "01:00", "03:00", "04:00", "05:00", "06:00");
    }

    @Test
    void theHourThatComesTwiceHasOneTickAndAllStandAtTheirTimes() {
        List<TimeAxis.Tick> ticks = ticks("2026-10-24T22:00:00Z", "2026-10-25T03:00:00Z", 9);

        assertThat(ticks).extracting(TimeAxis.Tick::label).containsExactly("00:00", "01:00", "02:00", "03:00", "04:00");
        assertThat(Duration.between(ticks.get(2).time(), ticks.get(3).time())).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void weeksBeginOnMondaysAtLocalMidnight() {
        List<TimeAxis.Tick> ticks = ticks("2018-12-20T16:25:00Z", "2019-01-28T00:00:00Z", 13);

        assertThat(ticks)
                .extracting(TimeAxis.Tick::label)
                .containsExactly("24 Dec", "31 Dec", "7 Jan", "14 Jan", "21 Jan", "28 Jan");
        assertThat(ticks).extracting(TimeAxis.Tick::era).containsExactly("2018", "", "2019", "", "", "");
        assertThat(ticks.get(0).time()).isEqualTo(Instant.parse("2018-12-23T23:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 60, 300, 1_440, 4_000, 11_000, 100_000, 600_000, 5_000_000, 50_000_000})
    void thereAreSomeTicksButNotTooMany(long minutes) {
        Instant from = Instant.parse("2026-01-15T03:07:00Z");

        assertThat(TimeAxis.ticks(from, from.plus(Duration.ofMinutes(minutes)), BERLIN, 13))
                .hasSizeBetween(1, 14);
    }
}
