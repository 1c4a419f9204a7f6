package io.flowtide.core.model;

import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Instant;
import java.util.List;

/** A part of a history that is not to be learned from as it is. */
public sealed interface TrainingRange {

    /** The start of the range. */
    Instant from();

    /** Its end, exclusive. */
    Instant to();

    /** What is learned instead of {@code value}; NaN is nothing. */
    double apply(double value);

    /** Nothing is learned from {@code [from, to)}. */
    record Excluded(Instant from, Instant to) implements TrainingRange {

        @Override
        public double apply(double value) {
            return Double.NaN;
        }
    }

    /** The values of {@code [from, to)} are multiplied: counts that were halved by 2, doubled ones by 0.5. */
    record Rescaled(Instant from, Instant to, double factor) implements TrainingRange {

        public Rescaled {
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException("A range is rescaled by a positive number, not by " + factor);
            }
        }

        @Override
        public double apply(double value) {
            return value * factor;
        }
    }

    /** The history with all ranges applied; a bucket belongs to a range when its start does. */
    static TimeSeries applied(TimeSeries history, List<TrainingRange> ranges) {
        if (ranges.isEmpty()) {
            return history;
        }
        double[] values = history.values().toArray();
        for (int i = 0; i < values.length; i++) {
            Instant start = history.time(i);
            for (TrainingRange range : ranges) {
                boolean inside = !start.isBefore(range.from()) && start.isBefore(range.to());
                values[i] = inside ? range.apply(values[i]) : values[i];
            }
        }
        return new TimeSeries(history.id(), history.start(), history.width(), Values.of(values));
    }
}
