package io.flowtide.core.training;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.model.Forecasters;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * How candidates are compared.
 *
 * @param calendar the days and holidays of the series
 * @param forecasters the names of the forecasters to try
 * @param detectors the names of the detectors to try
 * @param tested how much of the end of the history they are tested on; a third of it at most
 * @param horizon how far ahead forecasts reach
 * @param step how far the origins of the forecasts are apart
 * @param learned how much of what precedes an origin is learned from, at most; older traffic says little of today's,
 *     and a year of it would cost minutes
 * @param seed what random choices start from
 */
public record TrainingOptions(
        SeriesCalendar calendar,
        List<String> forecasters,
        List<String> detectors,
        Duration tested,
        Duration horizon,
        Duration step,
        Duration learned,
        long seed) {

    private static final Duration DAY = Duration.ofDays(1);

    public TrainingOptions {
        forecasters = List.copyOf(forecasters);
        detectors = List.copyOf(detectors);
        if (forecasters.isEmpty() || detectors.isEmpty()) {
            throw new IllegalArgumentException("Training needs at least one forecaster and one detector to try");
        }
        if (tested.compareTo(DAY) < 0 || step.compareTo(DAY) < 0 || horizon.isNegative() || horizon.isZero()) {
            throw new IllegalArgumentException("At least a day is tested on, origins are at least a day apart and the"
                    + " horizon is positive, but they are " + tested + ", " + step + " and " + horizon);
        }
        if (learned.compareTo(DAY.multipliedBy(7)) < 0) {
            throw new IllegalArgumentException("At least a week is learned from, not " + learned);
        }
    }

    /** All candidates, a week ahead, on the last two weeks, from at most twelve weeks before. */
    public static TrainingOptions in(SeriesCalendar calendar) {
        return new TrainingOptions(
                calendar,
                Forecasters.names(),
                Detectors.names(),
                DAY.multipliedBy(14),
                DAY.multipliedBy(7),
                DAY.multipliedBy(2),
                DAY.multipliedBy(84),
                1);
    }

    /** As {@link #in(SeriesCalendar)}, without holidays. */
    public static TrainingOptions in(ZoneId zone) {
        return in(SeriesCalendar.of(zone));
    }

    ZoneId zone() {
        return calendar.zone();
    }

    public TrainingOptions with(List<String> someForecasters, List<String> someDetectors) {
        return new TrainingOptions(calendar, someForecasters, someDetectors, tested, horizon, step, learned, seed);
    }

    public TrainingOptions testedOn(Duration end, Duration ahead) {
        return new TrainingOptions(calendar, forecasters, detectors, end, ahead, step, learned, seed);
    }
}
