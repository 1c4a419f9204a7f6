package io.flowtide.functions.cutoffscorer;

import io.flowtide.aws.AnomalyTopic;
import io.flowtide.aws.EmbeddedMetrics;
import io.flowtide.aws.IncidentStates;
import io.flowtide.aws.IncidentsTable;
import io.flowtide.aws.IncidentsTable.Log;
import io.flowtide.aws.Lease;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.scoring.IncidentLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Publishes what is pending in a log: one scorer at a time, in order, each message marked after it went out. A scorer
 * that dies between the two repeats the message; the notifier knows it by its revision.
 */
final class Teller {

    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** Together longer than the lease: whoever waits this long has seen it run out. */
    private static final int PAUSES = 300;

    private final IncidentsTable table;
    private final IncidentLogs logs;
    private final IncidentStates states;
    private final AnomalyTopic topic;
    private final Clock clock;

    Teller(IncidentsTable table, IncidentLogs logs, IncidentStates states, AnomalyTopic topic, Clock clock) {
        this.table = table;
        this.logs = logs;
        this.states = states;
        this.topic = topic;
        this.clock = clock;
    }

    /** Returns when nothing is pending any more, whoever published it. */
    void tell(Log name) throws InterruptedException {
        Lease lease = table.lease(name, UUID.randomUUID().toString(), LEASE, clock);
        for (int pause = 0; pause < PAUSES && isPending(name); pause++) {
            if (lease.acquire()) {
                tellAll(name, lease);
                return;
            }
            Thread.sleep(PAUSE.toMillis());
        }
        if (isPending(name)) {
            throw new IllegalStateException("Another scorer has been publishing the incidents of " + name.series()
                    + " for too long: trying again later");
        }
    }

    private boolean isPending(Log name) {
        return !logs.load(name).pending().isEmpty();
    }

    private void tellAll(Log name, Lease lease) {
        try {
            IncidentLog log = logs.load(name);
            while (!log.pending().isEmpty() && lease.acquire()) {
                AnomalyDetected next = log.pending().get(0);
                states.keep(next);
                topic.publish(next);
                new EmbeddedMetrics("cutoff-scorer", clock.instant())
                        .property("incident", next.incident())
                        .property("series", next.series().toString())
                        .count(next.state().name().toLowerCase(Locale.ROOT), 1)
                        .print();
                log = logs.change(name, before -> before.published(List.of(next)))
                        .after();
            }
        } finally {
            lease.release();
        }
    }
}
