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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the demo uploads: history in files of a day, then the last days in files of five minutes as AWS publishes them,
 * with an hour of silence and a dip in them, and at last the hours before now, in which traffic climbs step by step.
 *
 * @param start the first minute of history
 * @param recent where the last days begin
 * @param live where the hours begin that are played slot by slot
 * @param end the end of the last full slot before now
 * @param traffic the traffic
 */
public record DemoPlan(Instant start, Instant recent, Instant live, Instant end, Traffic traffic) {

    /** Three days. */
    private static final Duration RECENT = Duration.ofDays(3);
    /** Time for traffic to climb for an hour, to come back, and for that to be told. */
    static final Duration LIVE = Duration.ofHours(4);

    private static final Duration BEFORE_THE_CLIMB = Duration.ofHours(1);
    private static final Duration STEP = Duration.ofMinutes(15);
    /** By day and by night the first steps are little, and the last one is much. */
    private static final List<Double> CLIMB = List.of(1.6, 2.0, 2.8, 4.0);

    private static final Duration DAY = Duration.ofDays(1);
    private static final double REQUESTS_PER_MINUTE = 40;

    /**
     * @param now the time
     * @param days how many days, history included
     * @param seed another seed, other traffic
     */
    public static DemoPlan of(Instant now, int days, long seed) {
        Instant end = Slot.holding(now).start();
        Instant live = end.minus(LIVE);
        Instant recent = live.minus(RECENT);
        List<PlantedAnomaly> planted = new ArrayList<>(planted(recent));
        planted.addAll(climb(live.plus(BEFORE_THE_CLIMB)));
        return new DemoPlan(
                end.minus(Duration.ofDays(days)),
                recent,
                live,
                end,
                new Traffic(ZoneOffset.UTC, REQUESTS_PER_MINUTE, seed, planted));
    }

    /** At hours when people work; the dip earlier in the day, so that nearly a day lies between the two. */
    private static List<PlantedAnomaly> planted(Instant recent) {
        return List.of(
                planted(Direction.SILENCE, recent, LocalTime.of(13, 10), 60, 0),
                planted(Direction.DIP, recent.plus(DAY), LocalTime.of(10, 20), 45, 0.3));
    }

    private static PlantedAnomaly planted(Direction direction, Instant from, LocalTime at, int minutes, double factor) {
        ZonedDateTime first = from.atZone(ZoneOffset.UTC).with(at);
        Instant start = (first.toInstant().isBefore(from) ? first.plusDays(1) : first).toInstant();
        return new PlantedAnomaly(direction, start, start.plus(Duration.ofMinutes(minutes)), factor);
    }

    private static List<PlantedAnomaly> climb(Instant from) {
        return IntStream.range(0, CLIMB.size())
                .mapToObj(step -> {
                    Instant start = from.plus(STEP.multipliedBy(step));
                    return new PlantedAnomaly(Direction.SPIKE, start, start.plus(STEP), CLIMB.get(step));
                })
                .toList();
    }

    /** What people must hear of: steps that follow on each other are one anomaly. */
    public List<PlantedAnomaly> anomalies() {
        List<PlantedAnomaly> anomalies = new ArrayList<>();
        for (PlantedAnomaly next : traffic.anomalies()) {
            int last = anomalies.size() - 1;
            if (last >= 0 && follows(next, anomalies.get(last))) {
                PlantedAnomaly before = anomalies.get(last);
                anomalies.set(
                        last, new PlantedAnomaly(before.direction(), before.start(), next.end(), before.factor()));
            } else {
                anomalies.add(next);
            }
        }
        return List.copyOf(anomalies);
    }

    private static boolean follows(PlantedAnomaly next, PlantedAnomaly before) {
        return next.direction() == before.direction() && next.start().equals(before.end());
    }

    public Stream<GeneratedFile> history() {
        return new FlowLogGenerator(traffic).files(start, recent, DAY);
    }

    public Stream<GeneratedFile> lastDays() {
        return new FlowLogGenerator(traffic).files(recent, live, FlowLogGenerator.USUAL_SPAN);
    }

    public Stream<GeneratedFile> lastHours() {
        return new FlowLogGenerator(traffic).files(live, end, FlowLogGenerator.USUAL_SPAN);
    }

    /** Where a file is uploaded to. */
    static String key(GeneratedFile file) {
        return Keys.RAW + file.key();
    }
}
