package io.flowtide.functions.notifier;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.scoring.Severity;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** The events of the tests: those in the folder {@code events}, and variations of the incident that they tell. */
final class Events {

    static final Instant START = Instant.parse("2026-11-21T08:05:00Z");
    static final SeriesId SERIES = SeriesId.total("requests");
    /** The incident of the files. */
    static final String INCIDENT = Keys.incident(SERIES, START);

    static final ObjectVersion SCORED =
            new ObjectVersion("flowtide-lake", Keys.scored(Keys.joined(0, START, START.plusSeconds(300))), "");

    private static final Duration WIDTH = Duration.ofMinutes(5);
    private static final int CONTEXT = 288;

    private Events() {}

    /** A file of the folder, about another incident so that tests do not meet in the table of deliveries. */
    static String file(String name, String incident) {
        try {
            Path file = Path.of(System.getProperty("flowtide.root"), "events", name);
            return Files.readString(file).replace(INCIDENT, incident);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String anyIncident() {
        return "requests-all-" + UUID.randomUUID();
    }

    static AnomalyDetected opened() {
        return event(State.OPENED, Severity.HIGH, SERIES);
    }

    static AnomalyDetected event(State state, Severity severity, SeriesId series) {
        return new AnomalyDetected(
                Documents.SCHEMA,
                Keys.incident(series, START),
                state.ordinal() + 1,
                state,
                series,
                Origin.STREAM,
                severity,
                Direction.SPIKE,
                START,
                START.plus(WIDTH.multipliedBy(state == State.RECOVERED ? 7 : 1)),
                WIDTH,
                ZoneId.of("Europe/Berlin"),
                new AnomalyDetected.Peak(START, 482_000, 120_000, 100_000, 140_000, 0.9991),
                0.985,
                0.8,
                "HIGH spike in " + series
                        + " since 09:05 (Europe/Berlin): 482,000 per 5 min, expected 120,000 (+302 %)",
                SCORED,
                362_000,
                List.of(),
                List.of());
    }

    static String key(ScoredWindow window) {
        return Keys.scored(Keys.joined(window.shard(), window.from(), window.to()));
    }

    static ScoredWindow scoredWindow() {
        return scoredWindow(START);
    }

    /** A window of one bucket, and a day before it. */
    static ScoredWindow scoredWindow(Instant start) {
        double[] values = new double[CONTEXT + 1];
        Arrays.fill(values, 120_000);
        values[CONTEXT] = 482_000;
        Values expected = Values.constant(values.length, 120_000);
        ScoredWindow.Row row = new ScoredWindow.Row(
                SERIES,
                new ScoredWindow.ModelVersion("tide", "2026-11-21-h1"),
                0.8,
                start.minus(WIDTH.multipliedBy(CONTEXT)),
                Values.of(values),
                expected,
                expected.map(value -> value - 20_000),
                expected.map(value -> value + 20_000),
                Values.constant(values.length, 0.5),
                new TreeMap<>());
        return new ScoredWindow(
                Documents.SCHEMA, Origin.STREAM, 0, start, start.plus(WIDTH), WIDTH, ZoneId.of("UTC"), List.of(row));
    }
}
