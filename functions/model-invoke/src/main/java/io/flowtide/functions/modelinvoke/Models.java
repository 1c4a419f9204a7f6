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
        return restored(key.detector(), key.path());
    }

    private Optional<Detector> restored(String detector, String path) {
        Optional<byte[]> cached = cache.get(path);
        if (cached.isPresent()) {
            return cached.map(snapshot -> Detectors.restore(detector, snapshot));
        }
        return snapshots.read(path).flatMap(snapshot -> restored(detector, path, snapshot));
    }

    private Optional<Detector> restored(String detector, String path, byte[] snapshot) {
        try {
            Detector restored = Detectors.restore(detector, snapshot);
            cache.put(path, snapshot);
            return Optional.of(restored);
        } catch (SnapshotException unreadable) {
            LOG.warnf(unreadable, "The model %s can't be read and is trained again", path);
            return Optional.empty();
        }
    }

    private Detector made(ModelKey key) {
        Start start = ofTheDayBefore(key)
                .or(() -> ofItsTraining(key))
                .orElseGet(() -> new Start(
                        Detectors.create(key.detector(), key.settings()),
                        key.start().minus(LEARNED),
                        "nothing"));
        int learned = learn(start.detector(), history.between(key.series(), start.learnedUntil(), key.start()));
        LOG.infof("Trained %s from %s and %d buckets", key.path(), start.what(), learned);
        byte[] snapshot = start.detector().snapshot();
        snapshots.write(key.path(), snapshot);
        cache.put(key.path(), snapshot);
        return start.detector();
    }

    /** What there is to go on from. */
    private record Start(Detector detector, Instant learnedUntil, String what) {}

    private Optional<Start> ofTheDayBefore(ModelKey key) {
        ModelKey before = key.ofTheDayBefore();
        return restored(before).map(detector -> new Start(detector, before.start(), "the day before"));
    }

    private Optional<Start> ofItsTraining(ModelKey key) {
        return key.base().flatMap(training -> restored(training.detector(), training.snapshot())
                .map(detector -> new Start(detector, training.learnedUntil(), training.snapshot())));
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
