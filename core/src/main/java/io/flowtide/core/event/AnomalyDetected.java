package io.flowtide.core.event;

import io.flowtide.core.scoring.Direction;
import io.flowtide.core.scoring.Severity;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * One state of one incident, as the cutoff-scorer publishes it to the topic {@code anomaly-detected}.
 *
 * @param schema {@value Documents#SCHEMA}
 * @param incident the incident's stable id: it names the series and the first bucket
 * @param revision 1 when the incident opens, and one more for each state that people are told of
 * @param state what happened to the incident
 * @param series the series
 * @param origin the stream, or a user's upload
 * @param severity the worst so far
 * @param direction which way
 * @param start the start of the first anomalous bucket
 * @param end the end of the last anomalous bucket so far, exclusive
 * @param width the width of a bucket
 * @param zone the zone in which times are told to people
 * @param peak the bucket with the highest score so far
 * @param cutoff the score beyond which a bucket is anomalous, as it was at the peak
 * @param confidence how much the model has learned, 0 to 1
 * @param summary one line of plain text for a person
 * @param scored where the scored window lies, for the chart
 * @param excess the sum of (observed - expected) over its anomalous buckets so far, in units of the series
 * @param attribution which parts carry the excess, the greatest share first
 * @param parts other series that move with this one, and are not told on their own
 */
public record AnomalyDetected(
        int schema,
        String incident,
        int revision,
        State state,
        SeriesId series,
        Origin origin,
        Severity severity,
        Direction direction,
        Instant start,
        Instant end,
        Duration width,
        ZoneId zone,
        Peak peak,
        double cutoff,
        double confidence,
        String summary,
        ObjectVersion scored,
        double excess,
        List<Share> attribution,
        List<SeriesId> parts)
        implements Document {

    /** Documents of earlier versions lack the lists. */
    public AnomalyDetected {
        attribution = attribution == null ? List.of() : List.copyOf(attribution);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /** A state of something that stands for itself: nothing carries it, and nothing moves with it. */
    public AnomalyDetected(
            int schema,
            String incident,
            int revision,
            State state,
            SeriesId series,
            Origin origin,
            Severity severity,
            Direction direction,
            Instant start,
            Instant end,
            Duration width,
            ZoneId zone,
            Peak peak,
            double cutoff,
            double confidence,
            String summary,
            ObjectVersion scored) {
        this(
                schema,
                incident,
                revision,
                state,
                series,
                origin,
                severity,
                direction,
                start,
                end,
                width,
                zone,
                peak,
                cutoff,
                confidence,
                summary,
                scored,
                peak.value() - peak.expected(),
                List.of(),
                List.of());
    }

    /** What happened to an incident. */
    public enum State {
        OPENED,
        WORSENED,
        RECOVERED
    }

    /**
     * @param bucket the start of the bucket
     * @param value what was observed
     * @param expected what was expected
     * @param low the lower edge of the expected band
     * @param high the upper edge of the expected band
     * @param score the bucket's score
     */
    public record Peak(Instant bucket, double value, double expected, double low, double high, double score) {}

    /**
     * @param dimension the part: {@code dstport=443}
     * @param share its share of the excess; more than 1 when other parts went the other way
     */
    public record Share(String dimension, double share) {}
}
