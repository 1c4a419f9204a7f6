package io.flowtide.core.scoring;

import io.flowtide.core.event.AnomalyDetected.Peak;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Windows of 5 minute buckets, drawn as text: {@code .} normal, {@code L}, {@code M} and {@code H} a spike of that
 * severity (200, 300 and 400 where 100 was expected), {@code 0} silence, {@code _} a gap.
 */
final class Windows {

    static final Instant DAY = Instant.parse("2026-11-21T00:00:00Z");
    static final Duration WIDTH = Duration.ofMinutes(5);
    static final SeriesId SERIES = SeriesId.total("requests");
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final double CUTOFF = 1.5;

    private Windows() {}

    /** The start of bucket {@code index} of the day. */
    static Instant at(int index) {
        return DAY.plus(WIDTH.multipliedBy(index));
    }

    static Findings window(int first, String drawn) {
        return window(Origin.STREAM, first, drawn);
    }

    static Findings upload(String drawn) {
        return window(Origin.UPLOAD, 0, drawn);
    }

    private static Findings window(Origin origin, int first, String drawn) {
        List<Coverage.Range> judged = new ArrayList<>();
        List<Stretch> anomalies = new ArrayList<>();
        for (int i = 0; i < drawn.length(); i++) {
            Instant bucket = at(first + i);
            if (drawn.charAt(i) != '_') {
                judged.add(new Coverage.Range(bucket, bucket.plus(WIDTH)));
            }
            if ("LMH0".indexOf(drawn.charAt(i)) >= 0) {
                anomalies.add(anomaly(bucket, drawn.charAt(i)));
            }
        }
        Instant end = at(first + drawn.length());
        ObjectVersion scored = new ObjectVersion("lake", "scored/" + first + ".json", "");
        return new Findings(
                SERIES, origin, end, WIDTH, ZONE, 0.9, scored, new Coverage(judged), anomalies, Company.NONE);
    }

    private static Stretch anomaly(Instant bucket, char drawn) {
        return switch (drawn) {
            case 'L' -> anomaly(bucket, 200, 2, Severity.LOW, Direction.SPIKE);
            case 'M' -> anomaly(bucket, 300, 3, Severity.MEDIUM, Direction.SPIKE);
            case 'H' -> anomaly(bucket, 400, 4, Severity.HIGH, Direction.SPIKE);
            default -> anomaly(bucket, 0, 4, Severity.HIGH, Direction.SILENCE);
        };
    }

    private static Stretch anomaly(Instant bucket, double value, double score, Severity severity, Direction direction) {
        return Stretch.of(new Peak(bucket, value, 100, 80, 120, score), WIDTH, CUTOFF, severity, direction);
    }
}
