package io.flowtide.functions.cutoffscorer;

import io.flowtide.aws.AnomalyTopic;
import io.flowtide.aws.IncidentStates;
import io.flowtide.aws.IncidentsTable;
import io.flowtide.aws.IncidentsTable.Log;
import io.flowtide.aws.Unheard;
import io.flowtide.core.event.Origin;
import io.flowtide.core.scoring.Findings;
import io.flowtide.core.scoring.Incident;
import io.flowtide.core.scoring.IncidentTracker;
import io.flowtide.core.scoring.SeriesPolicies;
import io.flowtide.core.series.SeriesId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Remembers what is found of a series, and has people told of it. */
final class IncidentKeeper {

    private final IncidentsTable table;
    private final IncidentLogs logs;
    private final Unheard unheard;
    private final Teller teller;
    private final SeriesPolicies policies;
    private final Clock clock;

    IncidentKeeper(
            IncidentsTable table,
            IncidentStates states,
            Unheard unheard,
            AnomalyTopic topic,
            SeriesPolicies policies,
            Clock clock) {
        this.table = table;
        this.logs = new IncidentLogs(table);
        this.unheard = unheard;
        this.teller = new Teller(table, logs, states, topic, clock);
        this.policies = policies;
        this.clock = clock;
    }

    /** Doing it again changes nothing, but tells what is pending still. */
    void keep(Findings findings) throws InterruptedException {
        Log log = log(findings);
        IncidentTracker tracker =
                new IncidentTracker(policies.of(findings.series()).incidents());
        IncidentLogs.Change change = logs.change(log, before -> tracker.update(before, findings, clock.instant()));
        FactSheet.of(change).forEach((incident, facts) -> table.describe(incident, change.version(), facts));
        change.incidents().forEach(incident -> list(incident, findings));
        if (!change.after().pending().isEmpty()) {
            teller.tell(log);
        }
    }

    /** Lists what nobody was told of, for the digest of its day. */
    private void list(Incident incident, Findings findings) {
        LocalDate day = LocalDate.ofInstant(incident.total().start(), findings.zone());
        if (incident.told().anything() || incident.withdrawn()) {
            unheard.heard(day, incident.id());
        } else {
            unheard.list(day, incident.id(), findings.inWords(incident.total(), clock.instant()));
        }
    }

    /** What is remembered of a series of the stream. */
    List<Incident> incidents(SeriesId series) {
        return logs.load(new Log(series, Optional.empty())).incidents();
    }

    private static Log log(Findings findings) {
        boolean upload = findings.origin() == Origin.UPLOAD;
        return new Log(findings.series(), upload ? Optional.of(findings.scored().key()) : Optional.empty());
    }
}
