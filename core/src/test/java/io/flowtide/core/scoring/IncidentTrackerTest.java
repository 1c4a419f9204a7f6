package io.flowtide.core.scoring;

import static io.flowtide.core.scoring.Windows.at;
import static io.flowtide.core.scoring.Windows.upload;
import static io.flowtide.core.scoring.Windows.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentTrackerTest {

    private static final Instant NOON = at(12 * 12);

    private final IncidentTracker tracker = new IncidentTracker(IncidentPolicy.DEFAULT);

    private IncidentLog after(Findings... windows) {
        IncidentLog log = IncidentLog.empty(Windows.SERIES);
        for (Findings window : windows) {
            log = tracker.update(log, window, NOON);
        }
        return log;
    }

    private static List<String> told(IncidentLog log) {
        return log.pending().stream()
                .map(message -> message.incident().replaceFirst(".*T(\\d+)Z", "$1") + " " + message.revision() + " "
                        + message.state() + " " + message.severity())
                .toList();
    }

    @Test
    void aNormalDayTellsNothing() {
        assertThat(after(window(0, "......"), window(6, "...")).pending()).isEmpty();
    }

    @Test
    void theLifeOfAnIncident() {
        IncidentLog log = after(window(10, "."), window(11, "L"), window(12, "H"), window(13, ".."), window(15, "."));

        assertThat(told(log)).containsExactly("0055 1 OPENED LOW", "0055 2 WORSENED HIGH", "0055 3 RECOVERED HIGH");
        AnomalyDetected last = log.pending().get(2);
        assertThat(last.incident()).isEqualTo(Keys.incident(Windows.SERIES, at(11)));
        assertThat(last.start()).isEqualTo(at(11));
        assertThat(last.end()).isEqualTo(at(13));
        assertThat(last.peak().bucket()).isEqualTo(at(12));
        assertThat(last.peak().value()).isEqualTo(400);
        assertThat(last.cutoff()).isEqualTo(Windows.CUTOFF);
        assertThat(log.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.total().buckets()).isEqualTo(2);
            assertThat(incident.total().excess()).isEqualTo(100 + 300);
        });
    }

    @Test
    void aRepeatedWindowChangesNothing() {
        IncidentLog once = after(window(10, "LH..."));

        assertThat(tracker.update(once, window(10, "LH..."), NOON)).isEqualTo(once);
    }

    @Test
    void lessSeverityIsNotNews() {
        assertThat(told(after(window(10, "H"), window(11, "L"), window(12, "M"))))
                .containsExactly("0050 1 OPENED HIGH");
    }

    @Test
    void anEarlierWindowThatComesLaterExtendsTheSameIncident() {
        IncidentLog log = after(window(11, "L"), window(10, "M"));

        assertThat(told(log)).containsExactly("0055 1 OPENED LOW", "0055 2 WORSENED MEDIUM");
        assertThat(log.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.total().start()).isEqualTo(at(10));
            assertThat(incident.total().end()).isEqualTo(at(12));
        });
    }

    @Test
    void anAnomalyWithinTheRestBelongsToTheIncidentAndOneBeyondItDoesNot() {
        String rest = ".".repeat(11);

        assertThat(after(window(10, "L" + rest + "L")).incidents()).hasSize(1);
        assertThat(after(window(10, "L" + rest + ".L")).incidents()).hasSize(2);
    }

    @Test
    void whatComesBackIsToldOnceAndTheSecondRecoveryWaitsForTheWholeRest() {
        IncidentLog log = after(
                window(10, "L..."),
                window(14, "L"),
                window(15, "..."),
                window(18, "L"),
                window(19, ".".repeat(11)),
                window(30, "."));

        assertThat(told(log))
                .containsExactly(
                        "0050 1 OPENED LOW", "0050 2 RECOVERED LOW", "0050 3 WORSENED LOW", "0050 4 RECOVERED LOW");
        assertThat(log.pending().get(2).summary()).startsWith("Back: LOW spike");
    }

    @Test
    void aGapIsNoRecovery() {
        assertThat(told(after(window(10, "L_____..")))).containsExactly("0050 1 OPENED LOW");
        assertThat(told(after(window(10, "L_____...")))).hasSize(2);
    }

    @Test
    void whatLateDataPutsRightIsWithdrawn() {
        IncidentLog log = after(window(10, "0"), window(10, "."));

        assertThat(told(log)).containsExactly("0050 1 OPENED HIGH", "0050 2 RECOVERED HIGH");
        assertThat(log.pending().get(1).summary()).startsWith("Withdrawn: HIGH silence");
        assertThat(told(tracker.update(log, window(10, "0"), NOON))).last().isEqualTo("0050 3 WORSENED HIGH");
    }

    @Test
    void aCorrectionShrinksAnIncident() {
        IncidentLog log = after(window(10, "LLL"), window(12, "."));

        assertThat(log.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.total().buckets()).isEqualTo(2);
            assertThat(incident.total().end()).isEqualTo(at(12));
            assertThat(incident.total().excess()).isEqualTo(200);
        });
    }

    @Test
    void incidentsThatTurnOutToBeOneAreJoinedAndTheLaterOneIsClosed() {
        IncidentLog log = after(window(10, "L"), window(30, "H"), window(20, "L"));

        assertThat(told(log))
                .containsExactly(
                        "0050 1 OPENED LOW", "0230 1 OPENED HIGH", "0230 2 RECOVERED HIGH", "0050 2 WORSENED HIGH");
        assertThat(log.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.id()).isEqualTo(Keys.incident(Windows.SERIES, at(10)));
            assertThat(incident.total().buckets()).isEqualTo(3);
        });
    }

    @Test
    void bucketsOlderThanTheMaximumAgeRaiseNothing() {
        Instant tooLate = at(10).plus(IncidentPolicy.DEFAULT.maximumAge()).plusSeconds(1);

        IncidentLog log = tracker.update(IncidentLog.empty(Windows.SERIES), window(10, "HH"), tooLate);

        assertThat(told(log)).containsExactly("0055 1 OPENED HIGH");
    }

    @Test
    void anUploadIsAsOldAsItLikesAndEachIncidentIsOneMessage() {
        Instant nextYear = NOON.plus(Duration.ofDays(365));

        IncidentLog log = tracker.update(
                IncidentLog.empty(Windows.SERIES), upload("..H......." + ".".repeat(20) + "0"), nextYear);

        assertThat(log.pending()).extracting(AnomalyDetected::state).containsExactly(State.OPENED, State.OPENED);
        assertThat(log.pending().get(0).summary()).contains("from 21 Nov 2026 01:10 to 01:15");
        assertThat(tracker.update(log, upload("..H......." + ".".repeat(20) + "0"), nextYear)
                        .pending())
                .isEqualTo(log.pending());
    }

    @Test
    void ofAnUploadWithManyIncidentsTheWorstAreTold() {
        String quiet = ".".repeat(20);

        IncidentLog log = tracker.update(
                IncidentLog.empty(Windows.SERIES), upload((quiet + "L").repeat(30) + (quiet + "H").repeat(3)), NOON);

        assertThat(log.pending()).hasSize(IncidentTracker.TOLD_OF_AN_UPLOAD);
        assertThat(log.pending())
                .filteredOn(message -> message.severity() == Severity.HIGH)
                .hasSize(3);
        assertThat(log.pending()).extracting(AnomalyDetected::start).isSorted();
    }

    @Test
    void theLogStaysSmall() {
        IncidentLog log = IncidentLog.empty(Windows.SERIES);
        for (int hour = 0; hour < 24 * 60; hour += 3) {
            log = tracker.update(log, window(12 * hour, "LL" + ".".repeat(34)), at(12 * (hour + 3)));
            log = log.published(log.pending());
        }

        assertThat(log.incidents()).hasSize(IncidentTracker.KEPT);
        assertThat(log.judged().length()).isEqualTo(Duration.ofDays(1));
        assertThat(log.incidents().get(0).stretches()).hasSize(1);
        assertThat(log.incidents().get(IncidentTracker.KEPT - 1).stretches()).hasSize(2);
    }

    @Test
    void anEndlessIncidentStaysSmallToo() {
        IncidentTracker patient = new IncidentTracker(IncidentPolicy.DEFAULT.withMaximumAge(Duration.ofDays(365)));
        IncidentLog log = IncidentLog.empty(Windows.SERIES);
        for (int day = 0; day < 10; day++) {
            log = patient.update(log, window(288 * day, "H".repeat(288)), at(288 * (day + 1)));
        }

        assertThat(log.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.stretches()).hasSize(IncidentTracker.LIVE + 1);
            assertThat(incident.total().buckets()).isEqualTo(2_880);
            assertThat(incident.total().excess()).isEqualTo(2_880 * 300);
        });
        assertThat(Documents.write(log)).hasSizeLessThan(200_000);
    }

    @Test
    void aBucketFromTheFutureMakesNothingElseOld() {
        IncidentLog log = after(window(12 * 24 * 3000, "."), window(10, "H"));

        assertThat(told(log)).containsExactly("0050 1 OPENED HIGH");
    }

    @Test
    void aSettledIncidentIsNotToldAgain() {
        IncidentLog log = after(window(10, "L..."));
        IncidentLog later = tracker.update(log, window(10 + 2 * 288, "."), at(11 + 2 * 288));

        assertThat(tracker.update(later, window(10, "H..."), NOON).pending()).isEqualTo(log.pending());
    }

    @Test
    void whatWasPublishedIsNoLongerPending() {
        IncidentLog log = after(window(10, "L"), window(11, "H"));

        assertThat(told(log.published(List.of(log.pending().get(0))))).containsExactly("0050 2 WORSENED HIGH");
    }

    private static IncidentLog after(IncidentPolicy policy, Findings... windows) {
        IncidentLog log = IncidentLog.empty(Windows.SERIES);
        for (Findings window : windows) {
            log = new IncidentTracker(policy).update(log, window, NOON);
        }
        return log;
    }

    @Test
    void anIncidentIsToldOnceItLastsLongEnough() {
        IncidentPolicy patient = IncidentPolicy.DEFAULT.with(new Relevance(0.2, 0, 0, 2, QuietTimes.NONE));

        assertThat(told(after(patient, window(10, "L"), window(11, "...")))).isEmpty();
        assertThat(told(after(patient, window(10, "L"), window(11, ".L"), window(13, "..."))))
                .containsExactly("0050 1 OPENED LOW", "0050 2 RECOVERED LOW");
    }

    @Test
    void whatIsQuietIsKeptAndWhatFollowsItIsToldFromItsBeginning() {
        Findings quiet = window(10, "HH").muted(anomaly -> true);

        assertThat(told(after(quiet, window(12, "...")))).isEmpty();
        assertThat(after(quiet).incidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.total().buckets()).isEqualTo(2));
        AnomalyDetected told = after(quiet, window(12, "L")).pending().get(0);
        assertThat(told.state()).isEqualTo(State.OPENED);
        assertThat(told.start()).isEqualTo(at(10));
    }

    @Test
    void whatIsQuietNeitherWorsensNorBringsBack() {
        Findings quiet = window(14, "H").muted(anomaly -> true);

        assertThat(told(after(window(10, "L"), quiet))).containsExactly("0050 1 OPENED LOW");
        assertThat(told(after(window(10, "L..."), quiet))).containsExactly("0050 1 OPENED LOW", "0050 2 RECOVERED LOW");
    }
}
