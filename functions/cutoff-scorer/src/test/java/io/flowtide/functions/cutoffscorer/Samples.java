package io.flowtide.functions.cutoffscorer;

import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;

/** The sample events of the repository, and scored windows for them to be about. */
final class Samples {

    /** The start of the window that {@code scored-ready.json} is about. */
    static final Instant FROM = Instant.parse("2026-11-21T08:05:00Z");

    static final Duration WIDTH = Duration.ofMinutes(5);

    private static final String SAMPLE_KEY = "scored/shard%3D00/20261121T0805Z_20261121T0810Z.json";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Samples() {}

    static String event(String name) {
        try {
            return Files.readString(Path.of(System.getProperty("flowtide.root"), "events", name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** {@code scored-ready.json}, but about another object. */
    static String scoredReady(String key) {
        return event("scored-ready.json").replace(SAMPLE_KEY, key.replace("=", "%3D"));
    }

    /** The start of the bucket that is {@code index} after the sample's. */
    static Instant at(int index) {
        return FROM.plus(WIDTH.multipliedBy(index));
    }

    /** The key of a window of that many buckets from that one on. */
    static String key(int first, int buckets) {
        return Keys.scored(Keys.joined(0, at(first), at(first + buckets)));
    }

    static String uploadKey(String file) {
        return Keys.scored(Keys.joinedUpload(new ObjectVersion("ingest", file, "1")));
    }

    /**
     * A window of one series of which 100 is expected in every bucket.
     *
     * @param series its name
     * @param first how many buckets after the sample it begins
     * @param values what was observed; a value of 200 has the score 2, and so on
     */
    static ScoredWindow window(String series, int first, double... values) {
        return window(Origin.STREAM, row(series, first, values));
    }

    static ScoredWindow upload(String series, double... values) {
        return window(Origin.UPLOAD, row(series, 0, values));
    }

    static ScoredWindow window(Origin origin, ScoredWindow.Row... rows) {
        Instant from = rows[0].start();
        Instant to = from.plus(WIDTH.multipliedBy(rows[0].values().size()));
        return new ScoredWindow(Documents.SCHEMA, origin, 0, from, to, WIDTH, ZONE, List.of(rows));
    }

    static ScoredWindow.Row row(String series, int first, double... numbers) {
        Values values = Values.of(numbers);
        Values expected = Values.constant(numbers.length, 100);
        return new ScoredWindow.Row(
                new SeriesId(series),
                new ScoredWindow.ModelVersion("mean", "2026-11-21-h0"),
                0.9,
                at(first),
                values,
                expected,
                expected.map(value -> value - 20),
                expected.map(value -> value + 20),
                values.map(value -> Math.abs(value - 100) / 50),
                new TreeMap<>());
    }
}
