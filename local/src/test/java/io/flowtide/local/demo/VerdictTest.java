package io.flowtide.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.Peak;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.scoring.Severity;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.synthetic.PlantedAnomaly;
import io.flowtide.local.lambda.DeadLetter;
import io.flowtide.local.receivers.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Instant START = Instant.parse("2026-11-20T11:40:00Z");
    private static final PlantedAnomaly DIP =
            new PlantedAnomaly(Direction.DIP, START, START.plus(Duration.ofMinutes(45)), 0.3);

    private static final Message MESSAGE =
            new Message(1, START, "C0LOCAL", "what happened", "key", "", Optional.empty());

    @Test
    void whatWasPlantedAndToldOnceIsRight() {
        assertThat(Verdict.problems(List.of(DIP), List.of(told(Direction.DIP, START, 1, 1)), List.of()))
                .isEmpty();
    }

    @Test
    void whatNobodyHeardOfIsMissing() {
        assertThat(Verdict.problems(List.of(DIP), List.of(), List.of()))
                .containsExactly("The planted dip at 2026-11-20T11:40:00Z was reported 0 times instead of once");
    }

    @Test
    void anotherDirectionIsAnotherAnomaly() {
        assertThat(Verdict.problems(List.of(DIP), List.of(told(Direction.SPIKE, START, 1, 1)), List.of()))
                .containsExactly(
                        "The planted dip at 2026-11-20T11:40:00Z was reported 0 times instead of once",
                        "Nobody planted this: what happened");
    }

    @Test
    void anHourLaterIsAFalseAlarm() {
        Told late = told(Direction.DIP, START.plus(Duration.ofHours(1)), 1, 1);

        assertThat(Verdict.problems(List.of(), List.of(late), List.of()))
                .containsExactly("Nobody planted this: what happened");
    }

    @Test
    void eachChannelIsToldOnce() {
        assertThat(Verdict.problems(List.of(DIP), List.of(told(Direction.DIP, START, 2, 0)), List.of()))
                .containsExactly(
                        "Slack was told 2 times instead of once: what happened",
                        "the ChatBot was told 0 times instead of once: what happened");
    }

    @Test
    void aDeadLetterIsAProblem() {
        DeadLetter letter = new DeadLetter("1", "data-join", "{}", "broken", START);

        assertThat(Verdict.problems(List.of(), List.of(), List.of(letter)))
                .containsExactly("An event for data-join could not be handled: broken");
    }

    private static Told told(Direction direction, Instant start, int slack, int chatBot) {
        SeriesId series = SeriesId.total("requests");
        AnomalyDetected state = new AnomalyDetected(
                Documents.SCHEMA,
                Keys.incident(series, start),
                1,
                State.OPENED,
                series,
                Origin.STREAM,
                Severity.HIGH,
                direction,
                start,
                start.plus(Slot.WIDTH),
                Slot.WIDTH,
                ZoneOffset.UTC,
                new Peak(start, 81, 237, 180, 300, 4),
                2,
                1,
                "what happened",
                new ObjectVersion("lake", "scored/x.json", ""),
                -156,
                List.of(),
                List.of());
        return new Told(
                state, Collections.nCopies(slack, MESSAGE), List.of(MESSAGE), Collections.nCopies(chatBot, MESSAGE));
    }
}
