package io.flowtide.cli;

import io.flowtide.core.synthetic.PlantedAnomaly;
import io.flowtide.core.synthetic.Traffic;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands have in common that make up traffic. */
final class TrafficOptions {

    private static final int DAYS_PER_WEEK = 7;
    private static final int MOST_DAYS = 3660;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many weeks (default: ${DEFAULT-VALUE}).")
    private int weeks;

    @Option(names = "--days", paramLabel = "N", description = "How many days, instead of weeks.")
    private Optional<Integer> days = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "The first day, like 2026-10-26. By default the last day is yesterday.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed, other traffic (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "30",
            description = "Mean number of requests per minute (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Time zone of the rush hours, of --from and of --anomaly (default: ${DEFAULT-VALUE}).")
    private ZoneId zone;

    @Option(
            names = "--anomaly",
            paramLabel = "SPEC",
            description = "KIND@TIME[/DURATION][*FACTOR], as often as wanted. KIND is spike, dip or silence: "
                    + "spike@2026-11-20T08:30/30m*2.5, dip@2026-11-20T17:00/45m*0.3, silence@2026-11-21T10:00/1h.")
    private List<String> anomalies = List.of();

    /**
     * @param from the first minute
     * @param to the minute after the last one
     */
    record Period(Instant from, Instant to) {}

    Period period(Clock clock) {
        int length = days.orElse(weeks * DAYS_PER_WEEK);
        if (length < 1 || length > MOST_DAYS) {
            throw wrong("There must be at least one day and at most " + MOST_DAYS + ", not " + length);
        }
        LocalDate first =
                from.orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone).minusDays(length));
        return new Period(start(first), start(first.plusDays(length)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    ZoneId zone() {
        return zone;
    }

    Traffic traffic(Period period) {
        try {
            List<PlantedAnomaly> planted = anomalies.stream()
                    .map(spec -> PlantedAnomaly.parse(spec, zone))
                    .toList();
            planted.forEach(anomaly -> within(period, anomaly));
            return new Traffic(zone, rate, seed, planted);
        } catch (IllegalArgumentException unfit) {
            throw wrong(unfit.getMessage());
        }
    }

    private static void within(Period period, PlantedAnomaly anomaly) {
        if (anomaly.start().isBefore(period.from) || anomaly.end().isAfter(period.to)) {
            throw new IllegalArgumentException("The anomaly from " + anomaly.start() + " to " + anomaly.end()
                    + " lies outside of the traffic, which is from " + period.from + " to " + period.to);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message + ".");
    }
}
