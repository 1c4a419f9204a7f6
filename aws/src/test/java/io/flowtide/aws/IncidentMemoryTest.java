package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.model.Moments;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.scoring.FalseAlarm;
import io.flowtide.core.scoring.Severity;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the Incidents table holds beside logs and deliveries. */
class IncidentMemoryTest {

    private static final Instant DAY = Instant.parse("2026-11-21T00:00:00Z");
    private static final Duration ONE = Duration.ofDays(1);

    private static AnomalyDetected state(String incident, int revision, String summary) {
        return new AnomalyDetected(
                Documents.SCHEMA,
                incident,
                revision,
                State.OPENED,
                SeriesId.total(incident),
                Origin.STREAM,
                Severity.HIGH,
                Direction.SPIKE,
                DAY,
                DAY.plusSeconds(300),
                Duration.ofMinutes(5),
                ZoneOffset.UTC,
                new AnomalyDetected.Peak(DAY, 300, 100, 80, 120, 4),
                2,
                1,
                summary,
                new ObjectVersion("lake", "scored/x.json", ""),
                200,
                List.of(),
                List.of());
    }

    @Test
    void statesAreKeptOnceAndFoundInTheirOrder() {
        IncidentStates states = new IncidentStates(Aws.DYNAMO, Aws.TABLE);
        states.keep(state("ordered", 10, "tenth"));
        states.keep(state("ordered", 2, "second"));
        states.keep(state("ordered", 2, "another second"));

        assertThat(states.upTo("ordered", 9))
                .extracting(AnomalyDetected::summary)
                .containsExactly("second");
        assertThat(states.latest("ordered")).map(AnomalyDetected::summary).contains("tenth");
        assertThat(states.latest("nobody")).isEmpty();
    }

    @Test
    void falseAlarmsAreMarkedAndUnmarked() {
        FalseAlarms alarms = new FalseAlarms(Aws.DYNAMO, Aws.TABLE);
        FalseAlarm alarm = FalseAlarm.of(state("marked", 1, "a spike"), DAY);

        alarms.mark(alarm);
        alarms.mark(alarm);
        assertThat(alarms.of(alarm.series())).containsExactly(alarm);

        alarms.unmark(alarm.series(), "marked");
        assertThat(alarms.of(alarm.series())).isEmpty();
    }

    @Test
    void momentsOfADayAreKeptOnceAndFoundFromTheNextDayOn() {
        SeriesId series = SeriesId.total("moments");
        RunningMoments kept = new RunningMoments(Aws.DYNAMO, Aws.TABLE);
        assertThat(kept.before(series, DAY).complete()).isFalse();
        assertThat(kept.before(series, DAY).before().count()).isZero();

        kept.keep(series, DAY, new Moments(288, 1.5, 12));
        kept.keep(series, DAY, new Moments(1, 1, 1));

        assertThat(kept.before(series, DAY).complete()).isTrue();
        assertThat(kept.before(series, DAY).before().count()).isZero();
        assertThat(kept.before(series, DAY.plus(ONE)).complete()).isFalse();
        assertThat(kept.before(series, DAY.plus(ONE)).before())
                .usingRecursiveComparison()
                .isEqualTo(new Moments(288, 1.5, 12));
        assertThat(kept.before(series, DAY.plus(ONE).plus(ONE)).before().count())
                .isEqualTo(288);
    }

    @Test
    void whatNobodyHeardIsListedByDay() {
        Unheard unheard = new Unheard(Aws.DYNAMO, Aws.TABLE);
        LocalDate day = LocalDate.of(2026, 11, 21);
        unheard.list(day, "a", "a small spike");
        unheard.list(day, "b", "a small dip");
        unheard.list(day, "b", "a dip");
        unheard.list(day.plusDays(1), "c", "tomorrow");
        unheard.heard(day, "a");

        assertThat(unheard.of(day)).containsExactly("a dip");
    }
}
