package io.flowtide.core.model.tide;

import io.flowtide.core.calendar.LocalCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.ForecastModel;
import io.flowtide.core.model.ForecastSpread;
import io.flowtide.core.model.SnapshotInput;
import io.flowtide.core.model.SnapshotOutput;
import io.flowtide.core.model.holtwinters.HoltWintersModel;
import io.flowtide.core.series.Values;
import java.util.ArrayList;
import java.util.List;

/** Several models, joined by weights. */
public final class TideModel implements ForecastModel {

    /** The forecaster's name, and what stands in front of a snapshot. */
    public static final String NAME = "tide";

    private static final int SCHEMA = 1;

    private final SeriesCalendar days;
    private final List<Part> parts;
    private final ForecastSpread spread;

    /**
     * A model of the ensemble.
     *
     * @param name its forecaster
     * @param weights how much it counts for each day ahead; those of all parts sum to one
     * @param model the model
     */
    public record Part(String name, Values weights, ForecastModel model) {}

    TideModel(SeriesCalendar days, List<Part> parts, ForecastSpread spread) {
        this.days = days;
        this.parts = List.copyOf(parts);
        this.spread = spread;
    }

    /** What it is made of. */
    public List<Part> parts() {
        return parts;
    }

    /** The model that wrote {@code snapshot}. */
    public static TideModel restore(byte[] snapshot) {
        SnapshotInput in = new SnapshotInput(NAME, SCHEMA, snapshot);
        SeriesCalendar days = SeriesCalendar.parse(in.text());
        List<Part> parts = new ArrayList<>();
        for (int count = in.small(); count > 0; count--) {
            String name = in.text();
            Values weights = Values.of(in.numbers());
            byte[] model = in.bytes();
            parts.add(new Part(
                    name,
                    weights,
                    name.equals(WeekProfile.NAME) ? WeekProfile.restore(model) : HoltWintersModel.restore(model)));
        }
        return new TideModel(days, parts, new ForecastSpread(in));
    }

    @Override
    public byte[] snapshot() {
        SnapshotOutput out = new SnapshotOutput(NAME, SCHEMA).text(days.text()).integer(parts.size());
        for (Part part : parts) {
            out.text(part.name())
                    .numbers(part.weights().toArray())
                    .bytes(part.model().snapshot());
        }
        spread.write(out);
        return out.toBytes();
    }

    @Override
    public Forecast forecast(int steps) {
        List<Forecast> forecasts =
                parts.stream().map(part -> part.model().forecast(steps)).toList();
        Forecast first = forecasts.get(0);
        LocalCalendar calendar = new LocalCalendar(first.width(), days);
        double[] means = new double[steps];
        double[] deviations = new double[steps];
        for (int i = 0; i < steps; i++) {
            int day = LeadWeights.day(i, first.width());
            for (int part = 0; part < parts.size(); part++) {
                means[i] += parts.get(part).weights().get(day)
                        * forecasts.get(part).mean().get(i);
            }
            long second = (long) calendar.secondOfDay(first.time(i));
            double tried = spread.deviation(second, (i + 1) * first.width().toSeconds());
            deviations[i] = tried > 0 ? tried : first.deviation().get(i);
        }
        return new Forecast(first.start(), first.width(), Values.of(means), Values.of(deviations));
    }
}
