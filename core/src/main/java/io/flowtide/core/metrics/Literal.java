package io.flowtide.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A value that is written down: what Python prints of its data, and what JSON writes. */
sealed interface Literal {

    /** Text in quotes. */
    record Text(String text) implements Literal {}

    /** A number of any kind. */
    record Number(double value) implements Literal {}

    /** {@code True}, {@code false}, … */
    record Flag(boolean value) implements Literal {}

    /** {@code None} or {@code null}. */
    record Nothing() implements Literal {}

    /** A list or a tuple. */
    record Items(List<Literal> items) implements Literal {}

    /** A dictionary or an object. */
    record Entries(Map<String, Literal> entries) implements Literal {}

    /** {@code datetime.datetime(…)}. */
    record Time(Instant time) implements Literal {}

    /** {@code datetime.timedelta(…)}. */
    record Span(Duration duration) implements Literal {}

    /** {@code tzlocal()}, {@code tzutc()}, {@code zoneinfo.ZoneInfo(key='…')}, … */
    record Zone(ZoneId zone) implements Literal {}
}
