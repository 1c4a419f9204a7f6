package io.flowtide.core.scoring;

import static io.flowtide.core.scoring.Windows.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.scoring.QuietTimes.Nights;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietTimesTest {

    private static boolean quiet(QuietTimes times, String bucket, Severity severity) {
        return times.hold(Instant.parse(bucket), ZONE, severity);
    }

    @ParameterizedTest
    @CsvSource({
        "22:00-06:00, 2026-11-21T20:55:00Z, false",
        "22:00-06:00, 2026-11-21T21:00:00Z, true",
        "22:00-06:00, 2026-11-22T04:55:00Z, true",
        "22:00-06:00, 2026-11-22T05:00:00Z, false",
        "12:00-13:00, 2026-11-21T11:30:00Z, true",
        "12:00-13:00, 2026-11-21T12:00:00Z, false",
    })
    void nightsGoByTheClockOnTheWall(String hours, String bucket, boolean quiet) {
        QuietTimes times = new QuietTimes(Coverage.NONE, Optional.of(Nights.parse(hours, Severity.HIGH)));

        assertThat(quiet(times, bucket, Severity.MEDIUM)).isEqualTo(quiet);
        assertThat(quiet(times, bucket, Severity.HIGH)).isFalse();
    }

    @Test
    void maintenanceIsQuietWhateverTheSeverity() {
        QuietTimes times = new QuietTimes(
                QuietTimes.maintenance("2026-11-24T20:00:00Z/PT2H, 2026-12-01T20:00:00Z/2026-12-01T21:00:00Z"),
                Optional.empty());

        assertThat(quiet(times, "2026-11-24T21:55:00Z", Severity.HIGH)).isTrue();
        assertThat(quiet(times, "2026-11-24T22:00:00Z", Severity.HIGH)).isFalse();
        assertThat(quiet(times, "2026-12-01T20:00:00Z", Severity.HIGH)).isTrue();
        assertThat(quiet(QuietTimes.NONE, "2026-12-01T20:00:00Z", Severity.LOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tonight", "2026-11-24T20:00:00Z", "2026-11-24T20:00:00Z/2h", "2026-11-24T20:00:00Z/PT-1H"})
    void maintenanceThatCanNotBeReadIsNamed(String interval) {
        assertThatThrownBy(() -> QuietTimes.maintenance(interval))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Maintenance is written like 2026-11-24T20:00:00Z/PT2H, not '" + interval + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22:00", "22-6", "22:00-06:00-07:00"})
    void hoursThatCanNotBeReadAreNamed(String hours) {
        assertThatThrownBy(() -> Nights.parse(hours, Severity.HIGH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + hours + "'");
    }

    @Test
    void knownDaysAreQuietOnceOrEveryYear() {
        QuietTimes times =
                new QuietTimes(Coverage.NONE, Optional.empty(), KnownDays.parse("2026-11-27, 12-24"), Severity.LOW);

        assertThat(quiet(times, "2026-11-27T12:00:00Z", Severity.HIGH)).isTrue();
        assertThat(quiet(times, "2027-11-27T12:00:00Z", Severity.HIGH)).isFalse();
        assertThat(quiet(times, "2026-12-24T12:00:00Z", Severity.HIGH)).isTrue();
        assertThat(quiet(times, "2030-12-24T12:00:00Z", Severity.HIGH)).isTrue();
        assertThatThrownBy(() -> KnownDays.parse("24.12."))
                .hasMessage("A known day is written like 2026-11-27, or 12-24 for every year, not '24.12.'");
    }

    @Test
    void whatIsTooSlightIsQuiet() {
        QuietTimes times = QuietTimes.NONE.with(Severity.MEDIUM);

        assertThat(quiet(times, "2026-11-27T12:00:00Z", Severity.LOW)).isTrue();
        assertThat(quiet(times, "2026-11-27T12:00:00Z", Severity.MEDIUM)).isFalse();
    }
}
