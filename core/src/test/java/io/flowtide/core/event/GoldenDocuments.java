package io.flowtide.core.event;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.dependency.Pair;
import io.flowtide.core.dependency.Traffic;
import io.flowtide.core.event.AnomalyDetected.Peak;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.scoring.FalseAlarm;
import io.flowtide.core.scoring.IncidentLog;
import io.flowtide.core.scoring.IncidentLogs;
import io.flowtide.core.scoring.Severity;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One value of each document, as the golden file of its name holds it. */
final class GoldenDocuments {

    private static final SeriesId ALL = SeriesId.total("requests");
    private static final SeriesId REJECTED = SeriesId.of("requests", "action", "REJECT");
    private static final Slot SLOT = Slot.parse("2026-11-21T08:05Z");
    private static final Instant FROM = SLOT.start();
    private static final Instant START = FROM.minus(Slot.WIDTH);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final ObjectVersion SCORED =
            new ObjectVersion("lake", "scored/shard=00/20261121T0805Z_20261121T0810Z.json", "v1");

    private GoldenDocuments() {}

    static Stream<Document> all() {
        return Stream.of(
                partialCounts(),
                joinedWindow(),
                scoredWindow(),
                anomalyDetected(),
                incidentLog(),
                seriesForecast(),
                FalseAlarm.of(anomalyDetected(), FROM),
                dependencyPart(),
                dependencyTable());
    }

    private static PartialCounts partialCounts() {
        Map<SeriesId, Values> minutes =
                Map.of(ALL, Values.of(10, 11, 0, 12.5, 13), REJECTED, Values.of(0, 0.333, 0, 0, 1));
        return new PartialCounts(
                new ObjectVersion("ingest", "raw/a b.log.gz", "v1"),
                HOUR.plusSeconds(420),
                SLOT,
                new TreeMap<>(minutes));
    }

    private static SeriesForecast seriesForecast() {
        return new SeriesForecast(
                Documents.SCHEMA, ALL, ZONE, FROM, Slot.WIDTH, "tide", Values.of(46, 47.25), Values.of(3.5, 4));
    }

    private static final Instant HOUR = Instant.parse("2026-11-21T08:00:00Z");

    private static SortedMap<Pair, Traffic> pairs() {
        Traffic checkout = new Traffic(120, 45_000, 117, 3, HOUR, HOUR.plusSeconds(3599));
        Traffic ledger = new Traffic(2, 80, 0, 2, FROM, FROM.plusSeconds(1));
        return new TreeMap<>(Map.of(new Pair("web", "checkout"), checkout, new Pair("web", "ledger"), ledger));
    }

    private static DependencyPart dependencyPart() {
        return new DependencyPart(new ObjectVersion("ingest", "raw/a b.log.gz", "v1"), HOUR, pairs());
    }

    private static DependencyTable dependencyTable() {
        return new DependencyTable(HOUR, 3, pairs());
    }

    private static JoinedWindow joinedWindow() {
        JoinedWindow.Row row =
                new JoinedWindow.Row(ALL, START, Values.of(Double.NaN, 46.5), Values.of(10, 11, 0, 12.5, 13));
        return new JoinedWindow(
                Documents.SCHEMA,
                Origin.STREAM,
                0,
                FROM,
                SLOT.end(),
                Slot.WIDTH,
                ZONE,
                2,
                CalendarFeatures.of(FROM, SLOT.end(), Slot.WIDTH, SeriesCalendar.of(ZONE)),
                List.of(row));
    }

    private static ScoredWindow scoredWindow() {
        ScoredWindow.Row row = new ScoredWindow.Row(
                ALL,
                new ScoredWindow.ModelVersion("tide", "2026-11-21-h2"),
                0.75,
                START,
                Values.of(Double.NaN, 46.5),
                Values.of(Double.NaN, 20),
                Values.of(Double.NaN, 15.25),
                Values.of(Double.NaN, 24.75),
                Values.of(0, 3.5),
                new TreeMap<>(Map.of("residual", Values.of(0, 3.5))));
        return new ScoredWindow(Documents.SCHEMA, Origin.STREAM, 0, FROM, SLOT.end(), Slot.WIDTH, ZONE, List.of(row));
    }

    private static AnomalyDetected anomalyDetected() {
        return new AnomalyDetected(
                Documents.SCHEMA,
                Keys.incident(ALL, FROM),
                1,
                State.OPENED,
                ALL,
                Origin.STREAM,
                Severity.HIGH,
                Direction.SPIKE,
                FROM,
                SLOT.end(),
                Duration.ofMinutes(5),
                ZONE,
                new Peak(FROM, 46.5, 20, 15.25, 24.75, 3.5),
                1.5,
                0.75,
                "HIGH spike in requests/all since 09:05 (Europe/Berlin): 46.5 per 5 min, expected 20 (+133 %)",
                SCORED,
                26.5,
                List.of(new AnomalyDetected.Share("action=REJECT", 0.87)),
                List.of(SeriesId.total("bytes")));
    }

    private static IncidentLog incidentLog() {
        return IncidentLogs.withOneIncident(anomalyDetected());
    }
}
