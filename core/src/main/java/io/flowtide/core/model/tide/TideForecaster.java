package io.flowtide.core.model.tide;

import io.flowtide.core.calendar.LocalCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.ForecastModel;
import io.flowtide.core.model.ForecastSpread;
import io.flowtide.core.model.Forecaster;
import io.flowtide.core.model.holtwinters.Seasons;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The default forecaster: the mean of a {@link WeekProfile} and of Holt-Winters with a weekly and with both seasons, each
 * weighted by how well its forecasts of the last two weeks did ({@link LeadWeights}). A history too short for a member does without it.
 */
public final class TideForecaster implements Forecaster {

    /** What is older is not looked at. */
    private static final Duration LONGEST = Duration.ofDays(84);

    @Override
    public TideModel train(TimeSeries whole, SeriesCalendar calendar) {
        TimeSeries history = whole.between(whole.end().minus(LONGEST), whole.end());
        List<Member> members = members(history, calendar);
        List<Trials.Trial> trials = new Trials(history, calendar, members).run();
        double[][] weights = LeadWeights.of(trials, new UnusualDays(history, calendar).leftOut(), members.size());
        List<TideModel.Part> parts = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            ForecastModel model = members.get(i).quick().train(history, calendar);
            parts.add(new TideModel.Part(members.get(i).name(), Values.of(weights[i]), model));
        }
        return new TideModel(calendar, parts, spread(trials, weights, calendar));
    }

    private static List<Member> members(TimeSeries history, SeriesCalendar calendar) {
        List<Member> members = new ArrayList<>(List.of(Member.profile()));
        addIfLongEnough(members, "hw", Seasons.DAY_AND_WEEK, history, calendar);
        addIfLongEnough(members, "hw-weekly", Seasons.WEEK, history, calendar);
        return members;
    }

    private static void addIfLongEnough(
            List<Member> members, String name, Seasons seasons, TimeSeries history, SeriesCalendar calendar) {
        try {
            members.add(Member.holtWinters(name, seasons, history, calendar));
        } catch (IllegalArgumentException tooShort) {
            // The profile needs no more than a value.
        }
    }

    private static ForecastSpread spread(List<Trials.Trial> trials, double[][] weights, SeriesCalendar days) {
        ForecastSpread spread = new ForecastSpread();
        for (Trials.Trial trial : trials) {
            TimeSeries observed = trial.observed();
            LocalCalendar calendar = new LocalCalendar(observed.width(), days);
            for (int step = 0; step < observed.size(); step++) {
                double error = observed.values().get(step) - joined(trial.forecasts(), weights, step);
                if (!Double.isNaN(error)) {
                    long second = (long) calendar.secondOfDay(observed.time(step));
                    spread.add(second, (step + 1) * observed.width().toSeconds(), error);
                }
            }
        }
        return spread;
    }

    private static double joined(List<Forecast> forecasts, double[][] weights, int step) {
        int day = LeadWeights.day(step, forecasts.get(0).width());
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i][day] * forecasts.get(i).mean().get(step);
        }
        return sum;
    }
}
