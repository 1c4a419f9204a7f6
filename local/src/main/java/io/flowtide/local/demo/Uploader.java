package io.flowtide.local.demo;

import io.flowtide.core.synthetic.GeneratedFile;
import io.flowtide.local.Suite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeoutException;

/**
 * Uploads weeks within a minute without making late what would not be late in real time: a file waits until at most one
 * of those before it is still on its way into the closed slots.
 */
final class Uploader {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<String> INTO_SLOTS = Set.of("flowlog-aggregator", "data-join");
    private static final Set<String> BEHIND = Set.of("model-invoke", "cutoff-scorer", "notifier");
    /** How far the scoring may fall behind: some events, so that no process is ever without work. */
    private static final int BACKLOG = 4;

    private final Suite suite;
    private final Clock clock;
    /** When the file was uploaded that ends then. */
    private final NavigableMap<Instant, Instant> uploads = new ConcurrentSkipListMap<>();

    Uploader(Suite suite, Clock clock) {
        this.suite = suite;
        this.clock = clock;
    }

    void upload(GeneratedFile file) throws InterruptedException, TimeoutException {
        suite.activity().awaitAtMost(1, INTO_SLOTS, PATIENCE);
        suite.activity().awaitAtMost(BACKLOG, BEHIND, PATIENCE);
        uploads.put(file.end(), clock.instant());
        suite.put(suite.ingestBucket(), DemoPlan.key(file), file.bytes());
    }

    void drain() throws InterruptedException, TimeoutException {
        suite.activity().awaitQuiet(PATIENCE);
    }

    /** When the file was uploaded that made it known that a time had passed. */
    Optional<Instant> uploadThatPassed(Instant time) {
        return Optional.ofNullable(uploads.ceilingEntry(time)).map(java.util.Map.Entry::getValue);
    }
}
