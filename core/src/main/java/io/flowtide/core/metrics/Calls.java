package io.flowtide.core.metrics;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that may stand in a literal: the constants, and whatever Python's {@code datetime}, {@code zoneinfo},
 * {@code dateutil} and {@code pytz} print of times and zones. Any other name is refused.
 */
final class Calls {

    private static final Pattern PYTZ = Pattern.compile("(?:Dst|Static)TzInfo '([^']+)'.*");
    private static final String ZONE_FOLDER = "zoneinfo/";

    private final ZoneId local;

    Calls(ZoneId local) {
        this.local = local;
    }

    Literal constant(String name, Position position) throws LiteralException {
        return switch (name) {
            case "True", "true" -> new Literal.Flag(true);
            case "False", "false" -> new Literal.Flag(false);
            case "None", "null" -> new Literal.Nothing();
            case "nan", "NaN" -> new Literal.Number(Double.NaN);
            case "inf", "Infinity" -> new Literal.Number(Double.POSITIVE_INFINITY);
            case "datetime.timezone.utc", "timezone.utc", "UTC" -> new Literal.Zone(ZoneOffset.UTC);
            default -> throw new LiteralException(position, "the name '" + name + "' means nothing here");
        };
    }

    Literal call(String name, Arguments arguments) throws LiteralException {
        try {
            return switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "datetime" -> new Literal.Time(datetime(arguments));
                case "timedelta" -> new Literal.Span(timedelta(arguments));
                case "tzlocal" -> new Literal.Zone(local);
                case "tzutc" -> new Literal.Zone(ZoneOffset.UTC);
                case "tzoffset" -> new Literal.Zone(offset(arguments, 1));
                case "timezone" -> new Literal.Zone(offset(arguments, 0));
                case "ZoneInfo" -> new Literal.Zone(ZoneId.of(arguments.text(0, "key")));
                case "tzfile" -> new Literal.Zone(file(arguments.text(0, "path")));
                default ->
                    throw arguments.error(
                            "the call of '" + name + "' is not made: only times and zones are understood");
            };
        } catch (DateTimeException | ArithmeticException impossible) {
            throw arguments.error(impossible.getMessage());
        }
    }

    private Instant datetime(Arguments arguments) throws LiteralException {
        arguments.allow("datetime", 8, Set.of("hour", "minute", "second", "microsecond", "tzinfo", "fold"));
        if (arguments.positional().size() < 3) {
            throw arguments.error("datetime needs at least year, month and day");
        }
        LocalDateTime time = LocalDateTime.of(
                        small(arguments, 0, "year"),
                        small(arguments, 1, "month"),
                        small(arguments, 2, "day"),
                        small(arguments, 3, "hour"),
                        small(arguments, 4, "minute"),
                        small(arguments, 5, "second"))
                .plusNanos(1000L * small(arguments, 6, "microsecond"));
        ZonedDateTime zoned = time.atZone(zone(arguments));
        return (arguments.whole(arguments.positional().size(), "fold", 0) == 0
                        ? zoned
                        : zoned.withLaterOffsetAtOverlap())
                .toInstant();
    }

    private static int small(Arguments arguments, int position, String name) throws LiteralException {
        return Math.toIntExact(arguments.whole(position, name, 0));
    }

    private ZoneId zone(Arguments arguments) throws LiteralException {
        Optional<Literal> zone = arguments.find(7, "tzinfo");
        if (zone.isEmpty() || zone.get() instanceof Literal.Nothing) {
            return local;
        }
        if (zone.get() instanceof Literal.Zone found) {
            return found.zone();
        }
        throw arguments.error("the tzinfo of this time is no zone");
    }

    private static Duration timedelta(Arguments arguments) throws LiteralException {
        arguments.allow("timedelta", 3, Set.of("days", "seconds", "microseconds", "minutes", "hours"));
        return Duration.ofDays(arguments.whole(0, "days", 0))
                .plusSeconds(arguments.whole(1, "seconds", 0))
                .plusNanos(1000 * arguments.whole(2, "microseconds", 0))
                .plusMinutes(arguments.whole(3, "minutes", 0))
                .plusHours(arguments.whole(4, "hours", 0));
    }

    /** The offset stands as seconds or as a timedelta. */
    private static ZoneOffset offset(Arguments arguments, int position) throws LiteralException {
        Literal offset = arguments.find(position, "offset").orElse(new Literal.Nothing());
        if (offset instanceof Literal.Span span) {
            return ZoneOffset.ofTotalSeconds(Math.toIntExact(span.duration().toSeconds()));
        }
        return ZoneOffset.ofTotalSeconds(Math.toIntExact(arguments.whole(position, "offset", Long.MAX_VALUE)));
    }

    private static ZoneId file(String path) {
        int folder = path.indexOf(ZONE_FOLDER);
        return ZoneId.of(folder < 0 ? path : path.substring(folder + ZONE_FOLDER.length()));
    }

    /** What pytz prints between angle brackets: {@code UTC}, {@code DstTzInfo 'Europe/Berlin' CET+1:00:00 STD}. */
    ZoneId printedZone(String printed, Position position) throws LiteralException {
        if (printed.equals("UTC")) {
            return ZoneOffset.UTC;
        }
        Matcher matcher = PYTZ.matcher(printed);
        try {
            if (matcher.matches()) {
                return ZoneId.of(matcher.group(1));
            }
        } catch (DateTimeException unknown) {
            throw new LiteralException(position, unknown.getMessage());
        }
        throw new LiteralException(position, "<" + printed + "> is no zone");
    }
}
