package io.flowtide.core.model;

import io.flowtide.core.calendar.LocalCalendar;
import io.flowtide.core.model.forest.Forest;
import java.time.Instant;
import java.util.List;

/** What a bucket gives to the points of a random cut forest; the observed value is the last. */
enum RcfInputs {
    VALUE(List.of("value")) {
        @Override
        float[] of(Instant start, double value, LocalCalendar calendar) {
            return new float[] {Forest.number(value)};
        }
    },
    MINUTE_WEEKDAY_VALUE(List.of("minute", "weekday", "value")) {
        @Override
        float[] of(Instant start, double value, LocalCalendar calendar) {
            return new float[] {calendar.minuteOfDay(start), calendar.weekday(start), Forest.number(value)};
        }
    };

    private final List<String> names;

    RcfInputs(List<String> names) {
        this.names = names;
    }

    /** The names of the inputs, in their order in a point. */
    List<String> names() {
        return names;
    }

    /** The inputs of a bucket. */
    abstract float[] of(Instant start, double value, LocalCalendar calendar);
}
