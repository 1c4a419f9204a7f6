package io.flowtide.core.scoring;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Documents;
import java.time.Instant;
import java.util.List;

/** A log as the tracker would write it. */
public final class IncidentLogs {

    private IncidentLogs() {}

    public static IncidentLog withOneIncident(AnomalyDetected message) {
        Stretch stretch =
                Stretch.of(message.peak(), message.width(), message.cutoff(), message.severity(), message.direction());
        Told told = Told.NOTHING.firing(message.severity(), message.end());
        Incident incident = Incident.begin(message.series(), stretch).told(told);
        Coverage judged = new Coverage(List.of(new Coverage.Range(message.start(), message.end())));
        Instant horizon = message.end().minusSeconds(24 * 60 * 60);
        return new IncidentLog(
                Documents.SCHEMA, message.series(), horizon, judged, List.of(incident), List.of(message));
    }
}
