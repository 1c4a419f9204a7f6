package io.flowtide.functions.cutoffscorer;

import io.flowtide.aws.IncidentStates;
import io.flowtide.aws.IncidentsTable;
import io.flowtide.aws.IncidentsTable.Log;
import io.flowtide.core.event.Origin;
import io.flowtide.core.scoring.Findings;
import io.flowtide.core.scoring.IncidentTracker;
import java.time.Clock;
import java.util.Optional;

/** Remembers what is found of a series, and has people told of it. */
final class IncidentKeeper {

    private final IncidentsTable table;
    private final IncidentLogs logs;
    private final Teller teller;
    private final IncidentTracker tracker;
    private final Clock clock;

    IncidentKeeper(
            IncidentsTable table, IncidentStates states, AnomalyTopic topic, IncidentTracker tracker, Clock clock) {
        this.table = table;
        this.logs = new IncidentLogs(table);
        this.teller = new Teller(table, logs, states, topic, clock);
        this.tracker = tracker;
        this.clock = clock;
    }

    /** Doing it again changes nothing, but tells what is pending still. */
    void keep(Findings findings) throws InterruptedException {
        Log log = log(findings);
        IncidentLogs.Change change = logs.change(log, before -> tracker.update(before, findings, clock.instant()));
        FactSheet.of(change).forEach((incident, facts) -> table.describe(incident, change.version(), facts));
        if (!change.after().pending().isEmpty()) {
            teller.tell(log);
        }
    }

    private static Log log(Findings findings) {
        boolean upload = findings.origin() == Origin.UPLOAD;
        return new Log(findings.series(), upload ? Optional.of(findings.scored().key()) : Optional.empty());
    }
}
