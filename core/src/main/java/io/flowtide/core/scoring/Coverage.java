package io.flowtide.core.scoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The event time of which something is known, as ranges that are in order and do not touch.
 *
 * @param ranges the ranges, whichever way they were given: they are put in order and joined here
 */
public record Coverage(@JsonValue List<Range> ranges) {

    public static final Coverage NONE = new Coverage(List.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Coverage {
        ranges = joined(ranges);
    }

    /** The time {@code [from, to)}, at least as long as nothing. */
    public record Range(Instant from, Instant to) {

        public Range {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("A range can not end at " + to + ", before its start " + from);
            }
        }

        boolean isEmpty() {
            return from.equals(to);
        }

        Range since(Instant time) {
            return new Range(later(from, time), later(to, time));
        }

        Duration length() {
            return Duration.between(from, to);
        }
    }

    public Coverage plus(Coverage other) {
        return new Coverage(
                Stream.concat(ranges.stream(), other.ranges.stream()).toList());
    }

    /** What is left of it from {@code time} on. */
    public Coverage since(Instant time) {
        return new Coverage(ranges.stream().map(range -> range.since(time)).toList());
    }

    public boolean holds(Instant time) {
        return ranges.stream().anyMatch(range -> !time.isBefore(range.from()) && time.isBefore(range.to()));
    }

    /** How much time is covered. */
    public Duration length() {
        return ranges.stream().map(Range::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Range> joined(List<Range> ranges) {
        List<Range> joined = new ArrayList<>();
        ranges.stream()
                .filter(range -> !range.isEmpty())
                .sorted(Comparator.comparing(Range::from))
                .forEach(range -> append(joined, range));
        return List.copyOf(joined);
    }

    private static void append(List<Range> joined, Range next) {
        int last = joined.size() - 1;
        if (last < 0 || next.from().isAfter(joined.get(last).to())) {
            joined.add(next);
        } else {
            Range before = joined.get(last);
            joined.set(last, new Range(before.from(), later(before.to(), next.to())));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
