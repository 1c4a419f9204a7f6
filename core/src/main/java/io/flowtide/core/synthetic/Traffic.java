package io.flowtide.core.synthetic;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * How many requests there are in each minute. A pure function of this record: the shape of the week, days that are a
 * little busier or quieter than others, hours that wander, arrivals by chance (Poisson), and the planted anomalies.
 *
 * @param zone the zone whose people make the rush hours
 * @param rate the mean number of requests per minute over a week, positive
 * @param seed another seed, other traffic
 * @param anomalies where the traffic leaves the tide
 */
public record Traffic(ZoneId zone, double rate, long seed, List<PlantedAnomaly> anomalies) {

    private static final double DAILY_WANDERING = 0.03;
    private static final double HOURLY_WANDERING = 0.04;
    private static final long MINUTES_PER_HOUR = 60;
    /** A minute beyond this would not fit into a file that AWS writes. */
    private static final double LARGEST_RATE = 1_000_000;

    public Traffic {
        anomalies = List.copyOf(anomalies);
        if (!(rate > 0 && rate <= LARGEST_RATE)) {
            throw new IllegalArgumentException(
                    "The rate must lie above 0 and up to 1000000 requests per minute, but it is " + rate);
        }
    }

    /** The number of requests in the minute that starts then. */
    public long requests(Instant minute) {
        double mean = mean(minute);
        return mean == 0
                ? 0
                : Noise.at(seed, Noise.Purpose.MINUTE, epochMinute(minute)).poisson(mean);
    }

    private double mean(Instant minute) {
        ZonedDateTime local = minute.atZone(zone);
        double tide = Tide.at(local.getDayOfWeek().getValue(), local.getHour() * 60 + local.getMinute());
        double day = 1
                + DAILY_WANDERING
                        * Noise.at(seed, Noise.Purpose.DAY, local.toLocalDate().toEpochDay())
                                .gaussian();
        return rate * tide * Math.max(day, 0) * wandering(minute) * planted(minute);
    }

    /** Between the full hours in a straight line. */
    private double wandering(Instant minute) {
        long hour = Math.floorDiv(epochMinute(minute), MINUTES_PER_HOUR);
        double share = Math.floorMod(epochMinute(minute), MINUTES_PER_HOUR) / (double) MINUTES_PER_HOUR;
        double before = Noise.at(seed, Noise.Purpose.HOUR, hour).gaussian();
        double after = Noise.at(seed, Noise.Purpose.HOUR, hour + 1).gaussian();
        return Math.max(0, 1 + HOURLY_WANDERING * (before + share * (after - before)));
    }

    private double planted(Instant minute) {
        double factor = 1;
        for (PlantedAnomaly anomaly : anomalies) {
            factor *= anomaly.factorAt(minute);
        }
        return factor;
    }

    /** Whether nothing at all comes in that minute, not even a record that says so. */
    boolean isSilent(Instant minute) {
        return anomalies.stream().anyMatch(anomaly -> anomaly.isSilentAt(minute));
    }

    /** The number of requests per bucket of {@code [from, to)}; a bucket of silence is a gap. */
    public TimeSeries series(SeriesId id, Instant from, Instant to, Duration width) {
        int buckets = Math.toIntExact(Duration.between(from, to).dividedBy(width));
        double[] counts = new double[buckets];
        for (int i = 0; i < buckets; i++) {
            counts[i] = bucket(from.plus(width.multipliedBy(i)), width);
        }
        return new TimeSeries(id, from, width, Values.of(counts));
    }

    private double bucket(Instant start, Duration width) {
        long sum = 0;
        boolean silent = true;
        for (long minute = 0; minute < width.toMinutes(); minute++) {
            Instant time = start.plusSeconds(60 * minute);
            sum += requests(time);
            silent &= isSilent(time);
        }
        return silent ? Double.NaN : sum;
    }

    static long epochMinute(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), 60);
    }
}
