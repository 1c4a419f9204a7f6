package io.flowtide.functions.cutoffscorer;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Documents;
import io.flowtide.core.scoring.Incident;
import io.flowtide.core.scoring.Stretch;
import io.flowtide.core.series.SeriesId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What changed of each incident, as text for those who look into the table. */
final class FactSheet {

    /** The state of an incident that was kept, but is quiet or too short to be told. */
    static final String NOT_TOLD = "NOT_TOLD";

    private FactSheet() {}

    /** The facts by incident: those of the incidents that are not as before, and of those that have something to tell. */
    static Map<String, Map<String, String>> of(IncidentLogs.Change change) {
        Map<String, Map<String, String>> facts = new LinkedHashMap<>();
        change.after().pending().forEach(message -> of(message.incident(), facts)
                .putAll(told(message)));
        change.incidents().forEach(incident -> of(incident.id(), facts)
                .putAll(known(change.after().series(), incident)));
        return facts;
    }

    private static Map<String, String> of(String incident, Map<String, Map<String, String>> facts) {
        return facts.computeIfAbsent(incident, id -> new HashMap<>());
    }

    private static Map<String, String> told(AnomalyDetected message) {
        return Map.of(
                "series", message.series().name(),
                "origin", message.origin().name(),
                "state", message.state().name(),
                "severity", message.severity().name(),
                "direction", message.direction().name(),
                "start", message.start().toString(),
                "end", message.end().toString(),
                "revision", Integer.toString(message.revision()),
                "summary", message.summary(),
                "message", new String(Documents.write(message), StandardCharsets.UTF_8));
    }

    private static Map<String, String> known(SeriesId series, Incident incident) {
        Map<String, String> facts = new HashMap<>(known(incident.total()));
        if (!incident.told().anything()) {
            facts.put("series", series.name());
            facts.put("state", NOT_TOLD);
        }
        return facts;
    }

    private static Map<String, String> known(Stretch total) {
        return Map.of(
                "severity", total.severity().name(),
                "direction", total.direction().name(),
                "start", total.start().toString(),
                "end", total.end().toString(),
                "buckets", Integer.toString(total.buckets()),
                "excess", Double.toString(total.excess()));
    }
}
