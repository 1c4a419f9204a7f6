package io.flowtide.core.synthetic;

import io.flowtide.core.scoring.Direction;
import io.flowtide.core.series.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Traffic that leaves the tide on order.
 *
 * @param direction which way
 * @param start its first minute
 * @param end the minute after its last one
 * @param factor what the traffic is multiplied by in between, 0 for silence
 */
public record PlantedAnomaly(Direction direction, Instant start, Instant end, double factor) {

    /** How a specification is written. */
    public static final String SYNTAX = "spike|dip|silence@TIME[/DURATION][*FACTOR], for example "
            + "spike@2026-11-20T08:30/PT30M*2.5, dip@2026-11-20T17:00/45m*0.3 or silence@2026-11-21T10:00/1h";

    private static final Pattern SPEC = Pattern.compile("([a-zA-Z]+)@([^/*]+)(?:/([^*]+))?(?:\\*(.+))?");
    private static final double SPIKE_FACTOR = 2.5;
    private static final double DIP_FACTOR = 0.3;
    private static final Duration DURATION = Duration.ofMinutes(30);
    private static final Duration SILENCE_DURATION = Duration.ofHours(1);

    public PlantedAnomaly {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "An anomaly must last, but this one has the duration " + Duration.between(start, end));
        }
        boolean fits =
                switch (direction) {
                    case SPIKE -> factor > 1 && Double.isFinite(factor);
                    case DIP -> factor > 0 && factor < 1;
                    case SILENCE -> factor == 0;
                };
        if (!fits) {
            throw new IllegalArgumentException("A spike has a factor above 1, a dip one between 0 and 1, and a silence "
                    + "none, but this " + name(direction) + " has " + factor);
        }
    }

    /**
     * Reads {@link #SYNTAX}. Without a duration a silence lasts one hour and the others half an hour; without a factor a
     * spike is 2.5 times the traffic and a dip 0.3 times.
     *
     * @param zone the zone of times that are written without an offset
     * @throws IllegalArgumentException when the text is no such thing; the message says why
     */
    public static PlantedAnomaly parse(String spec, ZoneId zone) {
        Matcher matcher = SPEC.matcher(spec.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + spec + "' is not " + SYNTAX);
        }
        Direction direction = direction(matcher.group(1));
        Instant start = time(matcher.group(2).strip(), zone);
        Duration duration = Optional.ofNullable(matcher.group(3))
                .map(Durations::parse)
                .orElse(direction == Direction.SILENCE ? SILENCE_DURATION : DURATION);
        double factor = Optional.ofNullable(matcher.group(4))
                .map(text -> factor(text.strip()))
                .orElse(usualFactor(direction));
        return new PlantedAnomaly(direction, start, start.plus(duration), factor);
    }

    private static Direction direction(String name) {
        return Arrays.stream(Direction.values())
                .filter(direction -> name(direction).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is not one of "
                        + Arrays.stream(Direction.values())
                                .map(PlantedAnomaly::name)
                                .collect(Collectors.joining(", "))));
    }

    private static String name(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static double usualFactor(Direction direction) {
        return switch (direction) {
            case SPIKE -> SPIKE_FACTOR;
            case DIP -> DIP_FACTOR;
            case SILENCE -> 0;
        };
    }

    private static Instant time(String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException notLocal) {
            return timeWithOffset(text);
        }
    }

    private static Instant timeWithOffset(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a time like 2026-11-20T08:30 or 2026-11-20T08:30Z", malformed);
        }
    }

    private static double factor(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("'" + text + "' is not a factor like 2.5", malformed);
        }
    }

    /** What the traffic of the minute that starts then is multiplied by. */
    double factorAt(Instant minute) {
        return minute.isBefore(start) || !minute.isBefore(end) ? 1 : factor;
    }

    boolean isSilentAt(Instant minute) {
        return factorAt(minute) == 0;
    }
}
