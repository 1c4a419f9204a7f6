package io.flowtide.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocalGridTest {

    private static final SeriesCalendar BERLIN = SeriesCalendar.parse("Europe/Berlin");

    @Test
    void theHourThatComesTwiceIsAveraged() {
        LocalGrid grid = grid("2026-10-24T23:00:00Z", 1, 2, 4, 5);

        assertThat(grid.values()).containsExactly(1, 3, 5);
        assertThat(grid.secondOfDay(1)).isEqualTo(2 * 3600);
        assertThat(grid.index(grid.end())).isEqualTo(3);
    }

    @Test
    void theHourThatIsSkippedIsAGap() {
        LocalGrid grid = grid("2026-03-29T00:00:00Z", 1, 3);

        assertThat(grid.values()).containsExactly(1, Double.NaN, 3);
        assertThat(grid.day(2)).isEqualTo(grid.day(0));
    }

    private static LocalGrid grid(String start, double... values) {
        return new LocalGrid(
                new TimeSeries(
                        SeriesId.total("requests"), Instant.parse(start), Duration.ofHours(1), Values.of(values)),
                BERLIN);
    }
}
