package io.flowtide.core.training;

import io.flowtide.core.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * From where forecasts are tried: the last possible origin has at least a day behind it, and the others lie a step
 * apart before it, within what is tested on.
 *
 * @param times in ascending order, at least one
 */
record Origins(List<Instant> times) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LEAST_HISTORY = Duration.ofDays(3);

    /**
     * @throws HistoryTooShortException when there is less than four days
     */
    static Origins of(TimeSeries history, TrainingOptions options) {
        Duration length = Duration.between(history.start(), history.end());
        if (length.compareTo(LEAST_HISTORY.plus(DAY)) < 0) {
            throw new HistoryTooShortException("A backtest of " + history.id() + " needs at least four days, but there"
                    + " are only " + length.toDays() + " days and " + length.toHoursPart() + " hours");
        }
        Duration tested = shorter(options.tested(), longer(length.dividedBy(3), DAY));
        Instant earliest = history.end().minus(tested);
        List<Instant> times = new ArrayList<>();
        Instant last = history.end().minus(shorter(options.horizon(), longer(tested.dividedBy(2), DAY)));
        for (Instant time = last; !time.isBefore(earliest); time = time.minus(options.step())) {
            times.add(0, onGrid(history, time));
        }
        return new Origins(times);
    }

    /** The start of the bucket that holds {@code time}. */
    private static Instant onGrid(TimeSeries history, Instant time) {
        return history.time(history.indexOf(time));
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
