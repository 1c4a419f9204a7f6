package io.flowtide.endtoend;

import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * 10,000 scored buckets: 20 series of 500 buckets, each with one incident of six buckets that gets worse on its way. No two
 * incidents are near enough to each other to be one.
 *
 * @param start the start of the first bucket
 */
record PlantedWindows(Instant start) {

    static final int SERIES = 20;
    static final int BUCKETS = 500;
    private static final Duration WIDTH = Duration.ofMinutes(5);
    private static final int BUCKETS_OF_A_WINDOW = 20;
    private static final int CONTEXT = 36;
    private static final int BETWEEN_INCIDENTS = 24;
    private static final int LENGTH = 6;
    private static final double EXPECTED = 100;
    /** Spikes and silences by turns: two severities each. */
    private static final double[] SPIKE = {350, 350, 350, 500, 500, 500};

    private static final double[] DIP = {20, 20, 20, 0, 0, 0};

    /** The series by number; what comes from outside can't do any harm. */
    static SeriesId series(int number) {
        return SeriesId.of("requests", "service", "<!channel> *s" + number + "* \"}</b>");
    }

    /** The start of the first anomalous bucket of a series. */
    Instant incident(int series) {
        return at(20 + series * BETWEEN_INCIDENTS);
    }

    private Instant at(int bucket) {
        return start.plus(WIDTH.multipliedBy(bucket));
    }

    /** The windows by their keys. */
    Map<String, ScoredWindow> windows() {
        Map<String, ScoredWindow> windows = new LinkedHashMap<>();
        for (int from = 0; from < BUCKETS; from += BUCKETS_OF_A_WINDOW) {
            int first = from;
            int to = from + BUCKETS_OF_A_WINDOW;
            List<ScoredWindow.Row> rows = IntStream.range(0, SERIES)
                    .mapToObj(series -> row(series, Math.max(0, first - CONTEXT), to))
                    .toList();
            windows.put(
                    Keys.scored(Keys.joined(0, at(from), at(to))),
                    new ScoredWindow(
                            Documents.SCHEMA, Origin.STREAM, 0, at(from), at(to), WIDTH, ZoneOffset.UTC, rows));
        }
        return windows;
    }

    private ScoredWindow.Row row(int series, int from, int to) {
        Values values = Values.of(IntStream.range(from, to)
                .mapToDouble(bucket -> value(series, bucket))
                .toArray());
        return new ScoredWindow.Row(
                series(series),
                new ScoredWindow.ModelVersion("mean", "1"),
                1,
                at(from),
                values,
                values.map(value -> EXPECTED),
                values.map(value -> EXPECTED - 20),
                values.map(value -> EXPECTED + 20),
                values.map(PlantedWindows::score),
                new TreeMap<>());
    }

    private static double value(int series, int bucket) {
        int place = bucket - 20 - series * BETWEEN_INCIDENTS;
        if (place < 0 || place >= LENGTH) {
            return EXPECTED + bucket % 7;
        }
        return series % 2 == 0 ? SPIKE[place] : DIP[place];
    }

    /** 5 and 8 for a spike, 5 and 7 for a dip: medium, then high. */
    private static double score(double value) {
        return value > EXPECTED ? (value - EXPECTED) / 50 : 5 + 2 * (20 - value) / 20 - (value > 20 ? 100 : 0);
    }
}
