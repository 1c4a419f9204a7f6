package io.flowtide.core.model.holtwinters;

import io.flowtide.core.calendar.LocalGrid;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Forecaster;
import io.flowtide.core.series.Durations;
import io.flowtide.core.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Forecasts by {@link HoltWinters}. Of the additive and the multiplicative form the one is taken whose forecasts of the
 * past were better; the multiplicative one is no choice for a series that falls below zero.
 */
public final class HoltWintersForecaster implements Forecaster {

    private static final Duration DEFAULT_HORIZON = Duration.ofDays(7);
    /** Two days apart, so that all weekdays come first in turn. */
    private static final Duration STRIDE = Duration.ofDays(2);
    /** Of a long history no more than these, which are enough for six parameters. */
    private static final int MOST_ORIGINS = 21;

    /** What is older is not looked at: a season that long ago says nothing of the next one. */
    private static final Duration LONGEST = Duration.ofDays(84);

    private final Seasons seasons;
    private final Duration horizon;
    /** Nothing is searched for when there is one. */
    private final Optional<HoltWintersModel> found;

    /** Fitted for forecasts of a week. */
    public HoltWintersForecaster(Seasons seasons) {
        this(seasons, DEFAULT_HORIZON);
    }

    /** @param horizon how far the forecasts reach that the parameters are fitted for */
    public HoltWintersForecaster(Seasons seasons, Duration horizon) {
        this(seasons, horizon, Optional.empty());
    }

    private HoltWintersForecaster(Seasons seasons, Duration horizon, Optional<HoltWintersModel> found) {
        this.seasons = seasons;
        this.horizon = horizon;
        this.found = found;
    }

    /** A forecaster that takes form and parameters of a model that was trained before, instead of searching its own. */
    public HoltWintersForecaster as(HoltWintersModel model) {
        return new HoltWintersForecaster(seasons, horizon, Optional.of(model));
    }

    /** @throws IllegalArgumentException when the history is shorter than its longest season */
    @Override
    public HoltWintersModel train(TimeSeries history, SeriesCalendar calendar) {
        return fitted(known(history), calendar).model();
    }

    /**
     * Takes a history apart. What comes before its first value is left out.
     *
     * @throws IllegalArgumentException as {@link #train}
     */
    public Decomposition decompose(TimeSeries history, SeriesCalendar calendar) {
        return fitted(known(history), calendar).decomposition();
    }

    private Fitted fitted(TimeSeries history, SeriesCalendar calendar) {
        int[] lengths = seasons.lengths(history.width());
        if (history.size() <= lengths[lengths.length - 1]) {
            throw new IllegalArgumentException("Holt-Winters needs more than "
                    + Durations.format(seasons.longest()) + " of history, better two or three times as much; "
                    + history.id() + " has " + history.size() + " buckets of " + Durations.format(history.width()));
        }
        LocalGrid grid = new LocalGrid(history, calendar);
        double[] values = grid.values();
        RollingOrigins origins = origins(values.length, lengths, history.width());
        if (found.isPresent()) {
            HoltWintersFit fit = new HoltWintersFit(found.get().form(), values, lengths, origins);
            return new Fitted(history, calendar, grid, fit, fit.with(found.get().parameters()));
        }
        return forms(values)
                .map(form -> new HoltWintersFit(form, values, lengths, origins))
                .map(fit -> new Fitted(history, calendar, grid, fit, fit.search()))
                .reduce((one, other) -> other.error() < one.error() ? other : one)
                .orElseThrow();
    }

    private static Stream<SeasonForm> forms(double[] values) {
        boolean positive = Arrays.stream(values).filter(Double::isFinite).allMatch(value -> value >= 0);
        return positive ? Stream.of(SeasonForm.ADDITIVE, SeasonForm.MULTIPLICATIVE) : Stream.of(SeasonForm.ADDITIVE);
    }

    private RollingOrigins origins(int size, int[] lengths, Duration width) {
        int longest = lengths[lengths.length - 1];
        int stride = (int) Math.max(1, STRIDE.dividedBy(width));
        int steps = (int) Math.max(1, horizon.dividedBy(width));
        int first = size >= 2 * longest + stride ? 2 * longest : longest;
        int earliest = Math.max(first, size - MOST_ORIGINS * stride);
        return new RollingOrigins(earliest, stride, Math.min(steps, size - longest));
    }

    private static TimeSeries known(TimeSeries history) {
        int first = 0;
        while (first < history.size() && history.values().isMissing(first)) {
            first++;
        }
        if (first == history.size()) {
            throw new IllegalArgumentException("There is no value of " + history.id() + " to learn a season from");
        }
        Instant oldest = history.end().minus(LONGEST);
        Instant begin = history.time(first);
        return history.between(begin.isAfter(oldest) ? begin : oldest, history.end());
    }
}
