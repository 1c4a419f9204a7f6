package io.flowtide.functions.cutoffscorer;

import io.flowtide.aws.IncidentsTable;
import io.flowtide.aws.IncidentsTable.Log;
import io.flowtide.aws.IncidentsTable.Stored;
import io.flowtide.core.event.Documents;
import io.flowtide.core.scoring.Incident;
import io.flowtide.core.scoring.IncidentLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** The logs of incidents, changed by one scorer after the other however many there are. */
final class IncidentLogs {

    /** Each failed attempt means that another scorer got through. */
    private static final int ATTEMPTS = 100;

    /**
     * @param before the log before the change
     * @param after the log after it, equal to the former when nothing changed
     * @param version how often the log was saved by then
     */
    record Change(IncidentLog before, IncidentLog after, long version) {

        /** The incidents that are not as before. */
        List<Incident> incidents() {
            return after.incidents().stream()
                    .filter(incident -> !before.incidents().contains(incident))
                    .toList();
        }
    }

    private final IncidentsTable table;

    IncidentLogs(IncidentsTable table) {
        this.table = table;
    }

    IncidentLog load(Log log) {
        return read(log, table.load(log));
    }

    /**
     * Changes a log; the change is computed again when another scorer was faster.
     *
     * @throws IllegalStateException when others were faster every time
     */
    Change change(Log log, UnaryOperator<IncidentLog> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Stored stored = table.load(log);
            IncidentLog before = read(log, stored);
            IncidentLog after = change.apply(before);
            if (after.equals(before)) {
                return new Change(before, after, stored.version());
            }
            if (table.save(log, stored, write(after))) {
                return new Change(before, after, stored.version() + 1);
            }
        }
        throw new IllegalStateException(
                "The incidents of " + log.series() + " changed under " + ATTEMPTS + " attempts");
    }

    private static IncidentLog read(Log log, Stored stored) {
        return stored.json()
                .map(json -> Documents.read(json.getBytes(StandardCharsets.UTF_8), IncidentLog.class))
                .orElseGet(() -> IncidentLog.empty(log.series()));
    }

    private static String write(IncidentLog log) {
        return new String(Documents.write(log), StandardCharsets.UTF_8);
    }
}
