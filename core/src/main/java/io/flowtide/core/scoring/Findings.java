package io.flowtide.core.scoring;

import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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
 * @param company what moves with it
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
        Company company) {

    public Findings {
        anomalies = List.copyOf(anomalies);
    }

    /** Without the buckets that start before {@code time}. */
    Findings since(Instant time) {
        List<Stretch> younger = anomalies.stream()
                .filter(anomaly -> !anomaly.start().isBefore(time))
                .toList();
        return with(judged.since(time), younger, company);
    }

    Findings with(Company other) {
        return with(judged, anomalies, other);
    }

    /** With each anomaly replaced. */
    Findings map(UnaryOperator<Stretch> change) {
        return with(judged, anomalies.stream().map(change).toList(), company);
    }

    /** An incident of the series as one line of plain words. */
    public String inWords(Stretch incident, Instant now) {
        return new Summary(this, now).opened(incident, true);
    }

    /** Whether any of it may be told. */
    public boolean isAudible() {
        return anomalies.stream().anyMatch(anomaly -> anomaly.audible().anything());
    }

    /** With the anomalies that people called false alarms kept, but not told. */
    public Findings without(List<FalseAlarm> falseAlarms) {
        return muted(anomaly -> falseAlarms.stream().anyMatch(known -> known.covers(anomaly, zone)));
    }

    /** With the anomalies that fulfil the condition kept, but not told. */
    Findings muted(Predicate<Stretch> condition) {
        return map(anomaly -> condition.test(anomaly) ? anomaly.muted() : anomaly);
    }

    private Findings with(Coverage newJudged, List<Stretch> newAnomalies, Company newCompany) {
        return new Findings(series, origin, end, width, zone, confidence, scored, newJudged, newAnomalies, newCompany);
    }
}
