package io.flowtide.functions.notifier;

import io.flowtide.aws.ObjectStore;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * What a series was like at the same hours a week before. A scored window begins with the day before it, so that the one
 * which ended where ours does holds all that a chart shows: one listing and one read.
 */
@Singleton
class LastWeek {

    private static final Logger LOG = Logger.getLogger(LastWeek.class);
    private static final Duration WEEK = Duration.ofDays(7);
    /** How much later it may have begun. */
    private static final Duration NEAR = Duration.ofHours(1);

    private final ObjectStore objects;

    LastWeek(ObjectStore objects) {
        this.objects = objects;
    }

    /** The row of a week before; empty where there is none, which is no trouble: the chart does without. */
    Optional<ScoredWindow.Row> of(AnomalyDetected event, ScoredWindow window) {
        if (event.origin() == Origin.UPLOAD) {
            return Optional.empty();
        }
        try {
            return key(event, window)
                    .flatMap(key -> objects.read(event.scored().bucket(), key))
                    .map(json -> Documents.read(json, ScoredWindow.class))
                    .flatMap(earlier -> earlier.series().stream()
                            .filter(row -> row.id().equals(event.series()))
                            .findFirst());
        } catch (RuntimeException trouble) {
            LOG.warnf("No week before in the chart of %s: %s", event.incident(), trouble.getMessage());
            return Optional.empty();
        }
    }

    /** The first window that began when ours ended, a week before, or a little later. */
    private Optional<String> key(AnomalyDetected event, ScoredWindow window) {
        Instant time = window.to().minus(WEEK);
        String prefix = Keys.scoredPrefix(window.shard());
        String latest = Keys.scoredFrom(window.shard(), time.plus(NEAR));
        try (Stream<String> keys =
                objects.keysFrom(event.scored().bucket(), prefix, Keys.scoredFrom(window.shard(), time))) {
            return keys.findFirst().filter(key -> key.compareTo(latest) < 0);
        }
    }
}
