package io.flowtide.local.demo;

import io.flowtide.core.event.Keys;
import io.flowtide.core.scoring.Direction;
import io.flowtide.core.series.Slot;
import io.flowtide.core.synthetic.FlowLogGenerator;
import io.flowtide.core.synthetic.GeneratedFile;
import io.flowtide.core.synthetic.PlantedAnomaly;
import io.flowtide.core.synthetic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the demo uploads: history in files of a day, then the last days in files of five minutes as AWS publishes them,
 * with a spike, a dip and an hour of silence in them.
 *
 * @param start the first minute of history
 * @param recent where the last days begin
 * @param end the end of the last full slot before now
 * @param traffic the traffic
 */
public record DemoPlan(Instant start, Instant recent, Instant end, Traffic traffic) {

    /** Three days, and time enough after the last anomaly for it to be over. */
    private static final Duration RECENT = Duration.ofHours(3 * 24 + 4);

    private static final Duration DAY = Duration.ofDays(1);
    private static final double REQUESTS_PER_MINUTE = 40;

    /**
     * @param now the time
     * @param days how many days, history included
     * @param seed another seed, other traffic
     */
    public static DemoPlan of(Instant now, int days, long seed) {
        Instant end = Slot.holding(now).start();
        Instant recent = end.minus(RECENT);
        return new DemoPlan(
                end.minus(Duration.ofDays(days)),
                recent,
                end,
                new Traffic(ZoneOffset.UTC, REQUESTS_PER_MINUTE, seed, planted(recent)));
    }

    /** One a day, at hours when people work; each earlier in the day, so that a day always lies between two of them. */
    private static List<PlantedAnomaly> planted(Instant recent) {
        return List.of(
                planted(Direction.SPIKE, recent, LocalTime.of(13, 10), 30, 2.5),
                planted(Direction.DIP, recent.plus(DAY), LocalTime.of(11, 40), 45, 0.3),
                planted(Direction.SILENCE, recent.plus(DAY).plus(DAY), LocalTime.of(10, 20), 60, 0));
    }

    private static PlantedAnomaly planted(Direction direction, Instant from, LocalTime at, int minutes, double factor) {
        ZonedDateTime first = from.atZone(ZoneOffset.UTC).with(at);
        Instant start = (first.toInstant().isBefore(from) ? first.plusDays(1) : first).toInstant();
        return new PlantedAnomaly(direction, start, start.plus(Duration.ofMinutes(minutes)), factor);
    }

    /** What people must hear of. */
    public List<PlantedAnomaly> anomalies() {
        return traffic.anomalies();
    }

    public Stream<GeneratedFile> history() {
        return new FlowLogGenerator(traffic).files(start, recent, DAY);
    }

    public Stream<GeneratedFile> lastDays() {
        return new FlowLogGenerator(traffic).files(recent, end, FlowLogGenerator.USUAL_SPAN);
    }

    /** Where a file is uploaded to. */
    static String key(GeneratedFile file) {
        return Keys.RAW + file.key();
    }
}
