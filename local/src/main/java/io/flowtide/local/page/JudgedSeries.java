package io.flowtide.local.page;

import io.flowtide.core.event.Documents;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.series.SeriesId;
import io.flowtide.local.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the models said of each series: the news of every scored window, read when somebody looks. */
final class JudgedSeries {

    /** More than that at once would keep the page waiting; the rest is read with the next look. */
    private static final int WINDOWS_AT_ONCE = 400;

    private final Suite suite;
    private final SortedMap<SeriesId, Judged> series = new TreeMap<>();

    /** One series: the width of its buckets, and what is known of each. */
    record Judged(Duration width, NavigableMap<Instant, Bucket> buckets) {}

    JudgedSeries(Suite suite) {
        this.suite = suite;
    }

    synchronized Set<SeriesId> names() {
        return Set.copyOf(series.keySet());
    }

    synchronized Optional<Judged> of(SeriesId id) {
        return Optional.ofNullable(series.get(id))
                .map(judged -> new Judged(judged.width(), new TreeMap<>(judged.buckets())));
    }

    synchronized void refresh() {
        for (String key : suite.scoredWindows().take(WINDOWS_AT_ONCE)) {
            byte[] document = suite.s3()
                    .getObjectAsBytes(get -> get.bucket(suite.lakeBucket()).key(key))
                    .asByteArray();
            add(Documents.read(document, ScoredWindow.class));
        }
    }

    private void add(ScoredWindow window) {
        for (ScoredWindow.Row row : window.series()) {
            Judged judged = series.computeIfAbsent(row.id(), id -> new Judged(window.width(), new TreeMap<>()));
            int news = (int) Duration.between(row.start(), window.from()).dividedBy(window.width());
            for (int i = news; i < row.values().size(); i++) {
                judged.buckets()
                        .put(
                                row.start().plus(window.width().multipliedBy(i)),
                                new Bucket(
                                        row.values().get(i),
                                        row.expected().get(i),
                                        row.low().get(i),
                                        row.high().get(i)));
            }
        }
    }
}
