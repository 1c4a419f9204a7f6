package io.flowtide.functions.modelinvoke;

import io.flowtide.core.model.Detector;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.model.SnapshotException;
import io.flowtide.core.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Gives the detector that has seen everything before a day: restored from its snapshot, or made from the snapshot of the
 * day before and the history of that day, or from the whole history.
 */
final class Models {

    /** Five weeks: each weekday often enough for a profile. */
    static final Duration LEARNED = Duration.ofDays(35);

    private static final Logger LOG = Logger.getLogger(Models.class);

    private final SnapshotCache cache;
    private final Snapshots snapshots;
    private final History history;

    Models(SnapshotCache cache, Snapshots snapshots, History history) {
        this.cache = cache;
        this.snapshots = snapshots;
        this.history = history;
    }

    /**
     * @throws software.amazon.awssdk.core.exception.SdkException when the lake or the table can't be reached
     */
    Detector detector(ModelKey key) {
        return restored(key).orElseGet(() -> made(key));
    }

    private Optional<Detector> restored(ModelKey key) {
        Optional<byte[]> cached = cache.get(key.path());
        if (cached.isPresent()) {
            return cached.map(snapshot -> Detectors.restore(key.detector(), snapshot));
        }
        return snapshots.read(key.path()).flatMap(snapshot -> restored(key, snapshot));
    }

    private Optional<Detector> restored(ModelKey key, byte[] snapshot) {
        try {
            Detector detector = Detectors.restore(key.detector(), snapshot);
            cache.put(key.path(), snapshot);
            return Optional.of(detector);
        } catch (SnapshotException unreadable) {
            LOG.warnf(unreadable, "The model %s can't be read and is trained again", key.path());
            return Optional.empty();
        }
    }

    private Detector made(ModelKey key) {
        Optional<Detector> ofTheDayBefore = restored(key.ofTheDayBefore());
        Detector detector = ofTheDayBefore.orElseGet(() -> Detectors.create(key.detector(), key.settings()));
        Instant from = ofTheDayBefore.isPresent()
                ? key.ofTheDayBefore().start()
                : key.start().minus(LEARNED);
        int learned = learn(detector, history.between(key.series(), from, key.start()));
        LOG.infof(
                "Trained %s from %s and %d buckets",
                key.path(), ofTheDayBefore.isPresent() ? "the day before" : "nothing", learned);
        byte[] snapshot = detector.snapshot();
        snapshots.write(key.path(), snapshot);
        cache.put(key.path(), snapshot);
        return detector;
    }

    /** What lies before the first value is not a gap: there was nothing yet. */
    private static int learn(Detector detector, TimeSeries history) {
        int first = 0;
        while (first < history.size() && history.values().isMissing(first)) {
            first++;
        }
        for (int i = first; i < history.size(); i++) {
            detector.next(history.time(i), history.values().get(i));
        }
        return history.size() - first;
    }
}
