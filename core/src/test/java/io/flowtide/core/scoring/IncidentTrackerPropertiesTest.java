package io.flowtide.core.scoring;

import static io.flowtide.core.scoring.Windows.at;
import static io.flowtide.core.scoring.Windows.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.event.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A day is drawn, cut into windows, and these are delivered in every way that a queue can think of. */
class IncidentTrackerPropertiesTest {

    private static final Instant NOON = at(12 * 12);

    private final IncidentTracker tracker = new IncidentTracker(IncidentPolicy.DEFAULT);

    @Provide
    Arbitrary<String> days() {
        Arbitrary<Character> bucket = Arbitraries.frequency(
                Tuple.of(60, '.'),
                Tuple.of(2, 'L'),
                Tuple.of(2, 'M'),
                Tuple.of(2, 'H'),
                Tuple.of(1, '0'),
                Tuple.of(1, '_'));
        return bucket.list().ofMinSize(1).ofMaxSize(140).map(buckets -> buckets.stream()
                .map(String::valueOf)
                .collect(Collectors.joining()));
    }

    @Property
    void repetitionIsNotNews(@ForAll("days") String day, @ForAll Random random) {
        List<Findings> windows = windows(day, random);
        List<Findings> repeated = new ArrayList<>();
        for (Findings window : windows) {
            repeated.add(window);
            repeated.add(repeated.get(random.nextInt(repeated.size())));
        }

        assertThat(after(repeated)).isEqualTo(after(windows));
    }

    @Property
    void anyOrderEndsInTheSameIncidents(@ForAll("days") String day, @ForAll Random random) {
        List<Findings> shuffled = new ArrayList<>(windows(day, random));
        shuffled.addAll(windows(day, random));
        Collections.shuffle(shuffled, random);

        assertThat(facts(after(shuffled))).isEqualTo(facts(after(List.of(window(0, day)))));
    }

    @Property
    void anIncidentHasAtMostSixMessages(@ForAll("days") String day, @ForAll Random random) {
        Map<String, Long> told = after(windows(day, random)).pending().stream()
                .collect(Collectors.groupingBy(AnomalyDetected::incident, Collectors.counting()));

        assertThat(told.values()).allSatisfy(messages -> assertThat(messages).isLessThanOrEqualTo(6));
    }

    @Property
    void anyOrderTellsOfEachIncidentOnce(@ForAll("days") String day, @ForAll Random random) {
        List<Findings> shuffled = new ArrayList<>(windows(day, random));
        Collections.shuffle(shuffled, random);
        IncidentLog log = after(shuffled);

        Map<String, List<AnomalyDetected>> told = log.pending().stream()
                .collect(Collectors.groupingBy(AnomalyDetected::incident, TreeMap::new, Collectors.toList()));

        for (Incident incident : log.incidents()) {
            AnomalyDetected last = last(told.get(incident.id()));
            assertThat(last.severity()).isEqualTo(incident.total().severity());
            assertThat(last.state() != State.RECOVERED)
                    .isEqualTo(incident.told().firing());
        }
        told.values().forEach(IncidentTrackerPropertiesTest::isALife);
        told.keySet().removeAll(log.incidents().stream().map(Incident::id).toList());
        assertThat(told.values())
                .allSatisfy(absorbed -> assertThat(last(absorbed).state()).isEqualTo(State.RECOVERED));
    }

    @Property
    void theLogSurvivesItsJson(@ForAll("days") String day) {
        IncidentLog log = after(List.of(window(0, day)));

        assertThat(Documents.read(Documents.write(log), IncidentLog.class)).isEqualTo(log);
    }

    private static void isALife(List<AnomalyDetected> messages) {
        assertThat(messages.get(0).state()).isEqualTo(State.OPENED);
        for (int i = 0; i < messages.size(); i++) {
            assertThat(messages.get(i).revision()).isEqualTo(i + 1);
            assertThat(messages.get(i).state() == State.OPENED).isEqualTo(i == 0);
        }
    }

    private static AnomalyDetected last(List<AnomalyDetected> messages) {
        return messages.get(messages.size() - 1);
    }

    /** Cuts a day into windows that follow one another. */
    private static List<Findings> windows(String day, Random random) {
        List<Findings> windows = new ArrayList<>();
        for (int from = 0; from < day.length(); ) {
            int to = Math.min(day.length(), from + 1 + random.nextInt(6));
            windows.add(window(from, day.substring(from, to)));
            from = to;
        }
        return windows;
    }

    private IncidentLog after(List<Findings> windows) {
        IncidentLog log = IncidentLog.empty(Windows.SERIES);
        for (Findings window : windows) {
            log = tracker.update(log, window, NOON);
        }
        return log;
    }

    private static List<Stretch> facts(IncidentLog log) {
        return log.incidents().stream().map(Incident::total).toList();
    }
}
