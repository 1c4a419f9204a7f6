package io.flowtide.core.model;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;

/** Weeks that follow the clocks of a zone, for tests of forecasts. */
public final class Weeks {

    private Weeks() {}

    /** Busy from 8 to 18 on working days, half as busy on Saturdays, a quarter on Sundays; quiet at night. */
    public static double usual(LocalDate day, double hour) {
        double busy =
                switch (day.getDayOfWeek()) {
                    case SATURDAY -> 50;
                    case SUNDAY -> 25;
                    default -> 100;
                };
        double distance = (hour - 13) / 4;
        return 10 + busy * StrictMath.exp(-distance * distance);
    }

    /** @param shape the value at a day and hour on the clocks of the zone */
    public static TimeSeries of(
            String firstDay, int days, Duration width, ZoneId zone, ToDoubleBiFunction<LocalDate, Double> shape) {
        ZonedDateTime first = LocalDate.parse(firstDay).atStartOfDay(zone);
        Instant start = first.toInstant();
        Instant end = first.plusDays(days).toInstant();
        double[] values = new double[(int) Duration.between(start, end).dividedBy(width)];
        for (int i = 0; i < values.length; i++) {
            ZonedDateTime local = start.plus(width.multipliedBy(i)).atZone(zone);
            values[i] = shape.applyAsDouble(local.toLocalDate(), local.getHour() + local.getMinute() / 60.0);
        }
        return new TimeSeries(SeriesId.total("requests"), start, width, Values.of(values));
    }

    /** The values times {@code 1 + share * N(0, 1)}. */
    public static TimeSeries noisy(TimeSeries series, double share, long seed) {
        Random random = new Random(seed);
        return new TimeSeries(
                series.id(),
                series.start(),
                series.width(),
                series.values().map(value -> value * (1 + share * random.nextGaussian())));
    }

    /** The root of the mean squared difference, from bucket {@code from} of the forecast to {@code to}. */
    public static double error(Forecast forecast, TimeSeries truth, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            double error = forecast.mean().get(i) - truth.values().get(truth.indexOf(forecast.time(i)));
            squares += error * error;
        }
        return Math.sqrt(squares / (to - from));
    }
}
