package io.flowtide.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalCalendarTest {

    private static final LocalCalendar BERLIN =
            new LocalCalendar(Duration.ofHours(1), SeriesCalendar.parse("Europe/Berlin;DE-BY"));

    @Test
    void theDayOf25HoursHasOneHourTwice() {
        Instant midnight = Instant.parse("2026-10-24T22:00:00Z");

        assertThat(places(midnight, 25)).startsWith(0, 1, 2, 2, 3).endsWith(22, 23);
        assertThat(BERLIN.day(midnight)).isEqualTo(BERLIN.day(midnight.plusSeconds(24 * 3600)));
        assertThat(BERLIN.day(midnight.plusSeconds(25 * 3600))).isEqualTo(BERLIN.day(midnight) + 1);
    }

    @Test
    void theDayOf23HoursHasOneHourLess() {
        Instant midnight = Instant.parse("2026-03-28T23:00:00Z");

        assertThat(places(midnight, 23)).startsWith(0, 1, 3, 4).endsWith(22, 23);
        assertThat(BERLIN.day(midnight.plusSeconds(23 * 3600))).isEqualTo(BERLIN.day(midnight) + 1);
    }

    private static int[] places(Instant midnight, int hours) {
        return IntStream.range(0, hours)
                .map(hour -> BERLIN.place(midnight.plusSeconds(hour * 3600L)))
                .toArray();
    }

    @Test
    void weekdaysAndHolidaysAreLocal() {
        Instant start = Instant.parse("2026-01-05T23:00:00Z");

        assertThat(BERLIN.weekday(start)).isEqualTo(1);
        assertThat(BERLIN.minuteOfDay(start)).isZero();
        assertThat(BERLIN.isHoliday(BERLIN.day(start))).isTrue();
        assertThat(BERLIN.isHoliday(BERLIN.day(start) - 1)).isFalse();
    }
}
