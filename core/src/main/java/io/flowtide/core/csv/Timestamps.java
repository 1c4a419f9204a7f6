package io.flowtide.core.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times as files write them: ISO 8601 with {@code T}, a blank or {@code _} between date and time, seconds and
 * offset optional, a date alone, and numbers since the epoch. A local time that exists twice, because clocks were put
 * back, is told by the times before it: the first pass until time would run backwards, the second pass from there.
 */
public final class Timestamps {

    private static final Pattern ISO = Pattern.compile("(\\d{4})([-/]?)(\\d{2})\\2(\\d{2})"
            + "(?:[Tt_ ]\\s*(\\d{2})[:-]?(\\d{2})(?:[:-]?(\\d{2})(?:[.,](\\d{1,9}))?)?)?"
            + "\\s*(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern NUMBER = Pattern.compile("(\\d{9,18}|[1-8]\\d{18})(?:\\.(\\d*))?");

    private static final int MILLIS_DIGITS = 12;
    private static final int MICROS_DIGITS = 15;
    private static final int NANOS_DIGITS = 18;

    private final ZoneId zone;
    private final Map<ZoneOffsetTransition, Repeated> repeated = new LinkedHashMap<>();
    private Instant latest = Instant.MIN;

    /** @param zone the zone of times that are written without one */
    public Timestamps(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @param line where the text stands, for the notes
     * @throws BadTimeException when the text is no time, or one that the zone's clocks skipped
     */
    public Instant parse(String text, long line) throws BadTimeException {
        Instant time = read(text.strip(), line);
        if (time.isAfter(latest)) {
            latest = time;
        }
        return time;
    }

    private Instant read(String text, long line) throws BadTimeException {
        if (text.isEmpty()) {
            throw new BadTimeException("The time is empty");
        }
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return sinceEpoch(number.group(1), number.group(2));
        }
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            throw new BadTimeException("'" + text + "' is not a time like 2026-11-21 08:05:00 or 2026-11-21T08:05:00Z");
        }
        return at(local(text, iso), Optional.ofNullable(iso.group(9)), line);
    }

    private static Instant sinceEpoch(String digits, String fraction) {
        long whole = Long.parseLong(digits);
        if (digits.length() >= NANOS_DIGITS) {
            return Instant.ofEpochSecond(0, whole);
        }
        if (digits.length() >= MICROS_DIGITS) {
            return Instant.ofEpochSecond(whole / 1_000_000, whole % 1_000_000 * 1_000);
        }
        if (digits.length() >= MILLIS_DIGITS) {
            return Instant.ofEpochMilli(whole);
        }
        return Instant.ofEpochSecond(whole, nanos(fraction));
    }

    private static LocalDateTime local(String text, Matcher iso) throws BadTimeException {
        try {
            LocalDate date = LocalDate.of(number(iso.group(1)), number(iso.group(3)), number(iso.group(4)));
            LocalTime time =
                    LocalTime.of(number(iso.group(5)), number(iso.group(6)), number(iso.group(7)), nanos(iso.group(8)));
            return date.atTime(time);
        } catch (DateTimeException impossible) {
            throw new BadTimeException("'" + text + "' is not a time: " + impossible.getMessage());
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(String fraction) {
        return fraction == null || fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private Instant at(LocalDateTime local, Optional<String> offset, long line) throws BadTimeException {
        if (offset.isPresent()) {
            return local.toInstant(offset(offset.get()));
        }
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        if (transition == null) {
            return local.toInstant(zone.getRules().getOffset(local));
        }
        if (transition.isGap()) {
            throw new BadTimeException(local + " does not exist in " + zone + ", where clocks jumped from "
                    + transition.getDateTimeBefore() + " to " + transition.getDateTimeAfter()
                    + ": are the times in another zone?");
        }
        return twice(local, transition, line);
    }

    private static ZoneOffset offset(String text) throws BadTimeException {
        if (Character.isLetter(text.charAt(0))) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException impossible) {
            throw new BadTimeException("'" + text + "' is not an offset from UTC");
        }
    }

    private Instant twice(LocalDateTime local, ZoneOffsetTransition transition, long line) {
        Instant first = local.toInstant(transition.getOffsetBefore());
        Instant second = local.toInstant(transition.getOffsetAfter());
        boolean secondPass = !first.isAfter(latest);
        repeated.computeIfAbsent(transition, absent -> new Repeated(line)).count(secondPass);
        return secondPass ? second : first;
    }

    /** One sentence for each time that clocks were put back in the file. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        repeated.forEach((transition, rows) -> notes.add(
                "From line %d on: times from %s to %s come twice in %s, where clocks were put back; in the order of the rows %d were taken as %s and %d as %s"
                        .formatted(
                                rows.line,
                                transition.getDateTimeAfter(),
                                transition.getDateTimeBefore(),
                                zone,
                                rows.first,
                                transition.getOffsetBefore(),
                                rows.second,
                                transition.getOffsetAfter())));
        return notes;
    }

    /** How many rows fell into either pass of a repeated hour. */
    private static final class Repeated {

        private final long line;
        private int first;
        private int second;

        Repeated(long line) {
            this.line = line;
        }

        void count(boolean secondPass) {
            if (secondPass) {
                second++;
            } else {
                first++;
            }
        }
    }
}
