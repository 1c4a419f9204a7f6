package io.flowtide.core.dependency;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.Peak;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.scoring.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says that a service reaches another for the first time, as the topic of anomalies carries it. */
public final class NewPairMessage {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private NewPairMessage() {}

    /**
     * @param noticed the start of the first record by which the pair was noticed; names the incident
     * @param traffic the hour in which it was noticed
     * @param zone the zone of times in messages
     * @param table where the hour's dependency table lies
     */
    public static AnomalyDetected of(Pair pair, Instant noticed, Traffic traffic, ZoneId zone, ObjectVersion table) {
        Instant hour = noticed.minusSeconds(Math.floorMod(noticed.getEpochSecond(), HOUR.toSeconds()));
        return new AnomalyDetected(
                Documents.SCHEMA,
                Keys.incident(pair.series(), noticed),
                1,
                State.OPENED,
                pair.series(),
                Origin.STREAM,
                Severity.LOW,
                Direction.SPIKE,
                noticed,
                traffic.last(),
                HOUR,
                zone,
                new Peak(hour, traffic.records(), 0, 0, 0, 0),
                0,
                1,
                summary(pair, noticed, traffic, zone),
                table);
    }

    private static String summary(Pair pair, Instant noticed, Traffic traffic, ZoneId zone) {
        String verdict = traffic.rejected() == 0
                ? ""
                : traffic.accepted() == 0
                        ? ", all rejected"
                        : ", %d accepted and %d rejected".formatted(traffic.accepted(), traffic.rejected());
        return "LOW new pair: %s reaches %s for the first time, since %s (%s): %d records, %d bytes%s"
                .formatted(
                        pair.source(),
                        pair.destination(),
                        TIME.format(noticed.atZone(zone)),
                        zone,
                        traffic.records(),
                        traffic.bytes(),
                        verdict);
    }
}
