package io.flowtide.core.model.tide;

import io.flowtide.core.calendar.LocalCalendar;
import io.flowtide.core.calendar.LocalGrid;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The days of a history that are far from the robust profile of their kind: holidays that nobody named, outages, feasts.
 * Exponential smoothing takes such a day for the beginning of a new habit, and repeats it a week later.
 */
final class UnusualDays {

    /** In units of the usual distance of days of one kind. */
    private static final double FAR = 2;
    /** As a share of the mean of all values: a very regular series may drift a little without a day being unusual. */
    private static final double LEAST = 0.06;

    private final TimeSeries history;
    private final LocalCalendar calendar;
    /** What was to be expected on each of the unusual days, by place. */
    private final Map<Long, double[]> expected = new HashMap<>();

    UnusualDays(TimeSeries history, SeriesCalendar days) {
        this.history = history;
        LocalGrid grid = new LocalGrid(history, days);
        this.calendar = grid.calendar();
        PastDays observed = PastDays.of(grid);
        double[] factors = WeekLevels.factors(observed);
        PastDays scaled = observed.scaled(factors);
        SimilarDays similar = new SimilarDays(scaled);
        double[][] profiles = WeekProfile.profiles(scaled, similar);
        for (int i = 0; i < scaled.count(); i++) {
            double[] profile = profiles[scaled.kind(i)];
            if (similar.distance(scaled.values(i), profile) > FAR && similar.share(scaled.values(i), profile) > LEAST) {
                double factor = factors[scaled.weeksAgo(i)];
                expected.put(
                        scaled.day(i),
                        Arrays.stream(profile).map(value -> value / factor).toArray());
            }
        }
    }

    /** The history with the profile in place of its unusual days. */
    TimeSeries replaced() {
        return with((day, place, value) -> day[place]);
    }

    /** The history with gaps in place of its unusual days. */
    TimeSeries leftOut() {
        return with((day, place, value) -> Double.NaN);
    }

    private TimeSeries with(Replacement replacement) {
        if (expected.isEmpty()) {
            return history;
        }
        double[] values = history.values().toArray();
        for (int i = 0; i < values.length; i++) {
            Instant time = history.time(i);
            double[] day = expected.get(calendar.day(time));
            values[i] = day == null ? values[i] : replacement.of(day, calendar.place(time), values[i]);
        }
        return new TimeSeries(history.id(), history.start(), history.width(), Values.of(values));
    }

    private interface Replacement {
        double of(double[] expected, int place, double observed);
    }
}
