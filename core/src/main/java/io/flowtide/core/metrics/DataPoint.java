package io.flowtide.core.metrics;

import io.flowtide.core.csv.BadTimeException;
import io.flowtide.core.csv.Timestamps;
import io.flowtide.core.series.Spreading;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of {@code Datapoints}.
 *
 * @param second its time, in seconds since the epoch
 * @param thousandths what was counted, in thousandths
 */
record DataPoint(long second, long thousandths) {

    /** The statistics that count something, the best first. */
    private static final List<String> COUNTING = List.of("Sum", "SampleCount");

    private static final List<String> OTHERS = List.of("Average", "Minimum", "Maximum", "ExtendedStatistics");

    /** Why a data point can't be used, for people. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * @param local the zone of times without one
     * @return nothing when the point has statistics, but none that counts
     */
    static Optional<DataPoint> of(Literal literal, ZoneId local) throws RefusedException {
        if (literal instanceof Literal.Entries entries) {
            return of(entries.entries(), local);
        }
        throw new RefusedException("A data point is a dictionary");
    }

    private static Optional<DataPoint> of(Map<String, Literal> entries, ZoneId local) throws RefusedException {
        Optional<Literal> statistic =
                COUNTING.stream().filter(entries::containsKey).findFirst().map(entries::get);
        if (statistic.isEmpty() && OTHERS.stream().anyMatch(entries::containsKey)) {
            return Optional.empty();
        }
        if (statistic.isEmpty() || !entries.containsKey("Timestamp")) {
            throw new RefusedException("A data point needs a Timestamp and a Sum or a SampleCount");
        }
        return Optional.of(
                new DataPoint(time(entries.get("Timestamp"), local).getEpochSecond(), thousandths(statistic.get())));
    }

    private static Instant time(Literal literal, ZoneId local) throws RefusedException {
        if (literal instanceof Literal.Time time) {
            return time.time();
        }
        if (literal instanceof Literal.Number number) {
            return Instant.ofEpochSecond((long) number.value());
        }
        try {
            return new Timestamps(local).parse(literal instanceof Literal.Text text ? text.text() : "", 0);
        } catch (BadTimeException refused) {
            throw new RefusedException(refused.getMessage());
        }
    }

    private static long thousandths(Literal literal) throws RefusedException {
        double value = literal instanceof Literal.Number number ? number.value() : Double.NaN;
        if (!(value >= 0 && value <= Spreading.LARGEST_COUNT)) {
            throw new RefusedException("A count must be a number from 0 to " + Spreading.LARGEST_COUNT);
        }
        return Math.round(value * Spreading.THOUSANDTHS);
    }
}
