package io.flowtide.core.model.tide;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Forecaster;
import io.flowtide.core.model.holtwinters.HoltWintersForecaster;
import io.flowtide.core.model.holtwinters.Seasons;
import io.flowtide.core.series.TimeSeries;

/**
 * A forecaster of the ensemble, with what it found in the whole history, so that trying it on parts of that history costs
 * little.
 *
 * @param name the name among the forecasters
 * @param quick trains on a part without searching again
 */
record Member(String name, Forecaster quick) {

    static Member profile() {
        return new Member(WeekProfile.NAME, WeekProfile.forecaster());
    }

    /** @throws IllegalArgumentException when the history is too short */
    static Member holtWinters(String name, Seasons seasons, TimeSeries history, SeriesCalendar calendar) {
        HoltWintersForecaster search = new HoltWintersForecaster(seasons);
        TimeSeries usual = new UnusualDays(history, calendar).replaced();
        HoltWintersForecaster found = search.as(search.train(usual, calendar));
        return new Member(name, (part, days) -> found.train(new UnusualDays(part, days).replaced(), days));
    }
}
