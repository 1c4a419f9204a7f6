package io.flowtide.core.series;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * Five minutes of event time, {@code [start, start + 5 min)}: the unit in which parts are stored, windows close and
 * work is handed on.
 *
 * @param start a multiple of five minutes since the epoch
 */
public record Slot(Instant start) implements Comparable<Slot> {

    public static final Duration WIDTH = Duration.ofMinutes(5);
    /** Minute buckets in a slot. */
    public static final int MINUTES = 5;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);

    public Slot {
        if (Math.floorMod(start.getEpochSecond(), WIDTH.toSeconds()) != 0 || start.getNano() != 0) {
            throw new IllegalArgumentException("A slot starts at a multiple of five minutes, not at " + start);
        }
    }

    /** The slot that holds {@code time}. */
    public static Slot holding(Instant time) {
        long seconds = time.getEpochSecond();
        return new Slot(Instant.ofEpochSecond(seconds - Math.floorMod(seconds, WIDTH.toSeconds())));
    }

    /** Reads {@link #name()}. */
    public static Slot parse(String name) {
        try {
            return new Slot(NAME.parse(name, Instant::from));
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("A slot is named like 2026-11-21T08:05Z, not '" + name + "'", malformed);
        }
    }

    public Instant end() {
        return start.plus(WIDTH);
    }

    public Slot next() {
        return new Slot(end());
    }

    public Slot minus(long slots) {
        return new Slot(start.minus(WIDTH.multipliedBy(slots)));
    }

    public Slot plus(long slots) {
        return new Slot(start.plus(WIDTH.multipliedBy(slots)));
    }

    /** How many slots lie between this one and {@code later}. */
    public long until(Slot later) {
        return Duration.between(start, later.start).dividedBy(WIDTH);
    }

    /** As it stands in object keys: {@code 2026-11-21T08:05Z}. */
    public String name() {
        return NAME.format(start);
    }

    @Override
    public int compareTo(Slot other) {
        return start.compareTo(other.start);
    }

    @Override
    public String toString() {
        return name();
    }
}
