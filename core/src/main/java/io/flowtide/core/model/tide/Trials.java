package io.flowtide.core.model.tide;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Forecasts of the last two weeks of a history, each made from what came before it. */
final class Trials {

    /** Days before the end from which a forecast is made; it reaches a week, or to the end. */
    private static final int[] DAYS_BEFORE = {14, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1};

    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST = 7;

    private final TimeSeries history;
    private final SeriesCalendar calendar;
    private final List<Member> members;

    Trials(TimeSeries history, SeriesCalendar calendar, List<Member> members) {
        this.history = history;
        this.calendar = calendar;
        this.members = members;
    }

    /**
     * One origin.
     *
     * @param observed what came
     * @param forecasts what each member said, in their order
     */
    record Trial(TimeSeries observed, List<Forecast> forecasts) {}

    /** @return nothing when the history is too short to hold anything back */
    List<Trial> run() {
        List<Trial> trials = new ArrayList<>();
        for (int days : DAYS_BEFORE) {
            Instant origin = history.end().minus(DAY.multipliedBy(days));
            TimeSeries before = history.between(history.start(), origin);
            TimeSeries after = history.between(origin, origin.plus(DAY.multipliedBy(Math.min(days, LONGEST))));
            try {
                trials.add(new Trial(
                        after,
                        members.stream()
                                .map(member -> member.quick().forecast(before, calendar, after.size()))
                                .toList()));
            } catch (IllegalArgumentException tooShort) {
                continue;
            }
        }
        return trials;
    }
}
