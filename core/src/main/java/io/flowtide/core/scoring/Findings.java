package io.flowtide.core.scoring;

import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a scored window says of one series.
 *
 * @param series the series
 * @param origin the stream, or a user's upload
 * @param end the end of the window, exclusive
 * @param width the width of a bucket
 * @param zone the zone in which times are told
 * @param confidence how much the model has learned, 0 to 1
 * @param scored where the scored window lies
 * @param judged the buckets that were judged; a gap is not
 * @param anomalies the anomalous buckets among them, one stretch each
 * @param carrier which part of a total carries them, where one does
 */
public record Findings(
        SeriesId series,
        Origin origin,
        Instant end,
        Duration width,
        ZoneId zone,
        double confidence,
        ObjectVersion scored,
        Coverage judged,
        List<Stretch> anomalies,
        Optional<Carrier> carrier) {

    public Findings {
        anomalies = List.copyOf(anomalies);
    }

    /** Without the buckets that start before {@code time}. */
    Findings since(Instant time) {
        List<Stretch> younger = anomalies.stream()
                .filter(anomaly -> !anomaly.start().isBefore(time))
                .toList();
        return with(judged.since(time), younger, carrier);
    }

    Findings carriedBy(Optional<Carrier> part) {
        return with(judged, anomalies, part);
    }

    /** With the anomalies that fulfil the condition kept, but not told. */
    Findings muted(Predicate<Stretch> condition) {
        List<Stretch> muted = anomalies.stream()
                .map(anomaly -> condition.test(anomaly) ? anomaly.muted() : anomaly)
                .toList();
        return with(judged, muted, carrier);
    }

    private Findings with(Coverage newJudged, List<Stretch> newAnomalies, Optional<Carrier> newCarrier) {
        return new Findings(series, origin, end, width, zone, confidence, scored, newJudged, newAnomalies, newCarrier);
    }
}
