package io.flowtide.core.scoring;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Document;
import io.flowtide.core.event.Documents;
import io.flowtide.core.series.SeriesId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * All that is remembered of the incidents of one series. Its size is bounded: what is older than the horizon is added
 * up, and of the incidents before it only the last few are kept.
 *
 * @param schema {@value Documents#SCHEMA}
 * @param series the series
 * @param horizon what starts before it is settled: nothing that is said of it later changes anything
 * @param judged the buckets since the horizon of which a verdict is known
 * @param incidents the incidents in order
 * @param pending what people are to be told and may not have been yet, in order
 */
public record IncidentLog(
        int schema,
        SeriesId series,
        Instant horizon,
        Coverage judged,
        List<Incident> incidents,
        List<AnomalyDetected> pending)
        implements Document {

    public IncidentLog {
        incidents = List.copyOf(incidents);
        pending = List.copyOf(pending);
    }

    public static IncidentLog empty(SeriesId series) {
        return new IncidentLog(Documents.SCHEMA, series, Instant.EPOCH, Coverage.NONE, List.of(), List.of());
    }

    /** After these messages were published. */
    public IncidentLog published(Collection<AnomalyDetected> messages) {
        List<AnomalyDetected> left =
                pending.stream().filter(message -> !messages.contains(message)).toList();
        return new IncidentLog(schema, series, horizon, judged, incidents, left);
    }
}
