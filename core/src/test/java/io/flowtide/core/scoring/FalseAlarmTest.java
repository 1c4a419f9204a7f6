package io.flowtide.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.Peak;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalseAlarmTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration WIDTH = Duration.ofMinutes(5);

    /** 300 where 100 was expected, on a Friday from 02:00 to 02:30 in Berlin. */
    private static final FalseAlarm BACKUP = FalseAlarm.of(incident("2026-11-20T01:00:00Z", "PT30M"), Instant.EPOCH);

    private static AnomalyDetected incident(String from, String length) {
        return incident(from, length, 100);
    }

    private static AnomalyDetected incident(String from, String length, double expected) {
        Instant start = Instant.parse(from);
        return new AnomalyDetected(
                Documents.SCHEMA,
                "backup",
                1,
                State.OPENED,
                SeriesId.total("bytes"),
                Origin.STREAM,
                Severity.HIGH,
                Direction.SPIKE,
                start,
                start.plus(Duration.parse(length)),
                WIDTH,
                BERLIN,
                new Peak(start, 300, expected, 80, 120, 4),
                2,
                1,
                "",
                new ObjectVersion("lake", "scored/x.json", ""),
                1_200,
                List.of(),
                List.of());
    }

    private static Stretch bucket(String at, double value, double expected, Direction direction) {
        return Stretch.of(new Peak(Instant.parse(at), value, expected, 0, 0, 3), WIDTH, 2, Severity.MEDIUM, direction);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T01:00:00Z, 300, 100, SPIKE, true",
        "2026-11-23T00:31:00Z, 250, 100, SPIKE, true",
        "2026-11-23T01:59:00Z, 349, 100, SPIKE, true",
        "2026-11-23T02:00:00Z, 300, 100, SPIKE, false",
        "2026-11-23T00:29:00Z, 300, 100, SPIKE, false",
        "2026-11-21T01:00:00Z, 300, 100, SPIKE, false",
        "2026-11-20T01:00:00Z, 360, 100, SPIKE, false",
        "2026-11-20T01:00:00Z, 1740, 500, SPIKE, true",
        "2026-11-20T01:00:00Z, 20, 100, DIP, false",
        "2027-06-25T00:00:00Z, 300, 100, SPIKE, true",
    })
    void aShapeIsTheSameWayAtTheSameTimeAndNotMuchFurther(
            String at, double value, double expected, Direction direction, boolean covered) {
        assertThat(BACKUP.covers(bucket(at, value, expected, direction), BERLIN))
                .isEqualTo(covered);
    }

    @Test
    void whatLastedADayMayHappenAtAnyTime() {
        FalseAlarm holiday = FalseAlarm.of(incident("2026-11-20T01:00:00Z", "PT23H"), Instant.EPOCH);

        assertThat(holiday.covers(bucket("2026-11-24T17:00:00Z", 300, 100, Direction.SPIKE), BERLIN))
                .isTrue();
    }

    @Test
    void whereNothingWasExpectedTheDifferenceAloneCounts() {
        FalseAlarm alarm = FalseAlarm.of(incident("2026-11-20T01:00:00Z", "PT30M", 0), Instant.EPOCH);

        assertThat(Documents.read(Documents.write(alarm), FalseAlarm.class)).isEqualTo(alarm);
        assertThat(alarm.covers(bucket("2026-11-20T01:00:00Z", 370, 0, Direction.SPIKE), BERLIN))
                .isTrue();
        assertThat(alarm.covers(bucket("2026-11-20T01:00:00Z", 380, 0, Direction.SPIKE), BERLIN))
                .isFalse();
    }

    @Test
    void isSaidInWords() {
        assertThat(BACKUP.inWords())
                .isEqualTo("SPIKE from 01:30 to 03:00 from Monday to Friday, up to 250 (250 %) from what is expected");
    }

    @Test
    void overMidnightIsStillANight() {
        FalseAlarm night = FalseAlarm.of(incident("2026-11-19T22:30:00Z", "PT1H"), Instant.EPOCH);

        assertThat(night.covers(bucket("2026-11-23T23:10:00Z", 300, 100, Direction.SPIKE), BERLIN))
                .isTrue();
        assertThat(night.covers(bucket("2026-11-23T12:00:00Z", 300, 100, Direction.SPIKE), BERLIN))
                .isFalse();
    }
}
