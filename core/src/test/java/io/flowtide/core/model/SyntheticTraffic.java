package io.flowtide.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Four weeks of counts with two peaks on working days, a flat hump on weekends, and Poisson noise; in the last week a
 * spike (twice as much for 30 minutes) on Wednesday, a dip (half as much for 40 minutes) on Thursday and an hour of
 * silence on Friday.
 */
final class SyntheticTraffic {

    static final Instant START = Instant.parse("2026-10-05T00:00:00Z");
    static final int DAYS = 28;

    record Event(int from, int to, double factor) {}

    final Duration width;
    final double[] values;
    final List<Event> events = new ArrayList<>();

    private final int perDay;
    private final Random random;

    /** @param perMinute the mean of requests per minute */
    SyntheticTraffic(long seed, double perMinute, Duration width) {
        this.width = width;
        this.perDay = (int) Duration.ofDays(1).dividedBy(width);
        this.random = new Random(seed);
        this.values = new double[DAYS * perDay];
        plant(23, 10.5, Duration.ofMinutes(30), 2);
        plant(24, 15, Duration.ofMinutes(40), 0.5);
        plant(25, 9.25, Duration.ofHours(1), 0);
        double scale = perMinute * width.toMinutes() / meanShape();
        for (int i = 0; i < values.length; i++) {
            values[i] = poisson(scale * shape(i) * factor(i));
        }
    }

    Instant time(int index) {
        return START.plus(width.multipliedBy(index));
    }

    /** Whether bucket {@code i} lies in an event or in the hour after one. */
    boolean isTouched(int i) {
        int hour = (int) Math.max(1, Duration.ofHours(1).dividedBy(width));
        return events.stream().anyMatch(event -> i >= event.from() && i < event.to() + hour);
    }

    private void plant(int day, double hour, Duration length, double factor) {
        int from = day * perDay + (int) (hour * perDay / 24);
        int buckets = (int) Math.max(1, length.dividedBy(width));
        events.add(new Event(from, from + buckets, factor));
    }

    private double factor(int i) {
        return events.stream()
                .filter(event -> i >= event.from() && i < event.to())
                .mapToDouble(Event::factor)
                .findFirst()
                .orElse(1);
    }

    private double shape(int i) {
        double hour = (i % perDay) * 24.0 / perDay;
        boolean weekend = i / perDay % 7 >= 5;
        if (weekend) {
            return 0.12 + 0.45 * bump(hour, 14, 4);
        }
        return 0.12 + bump(hour, 8.5, 1.6) + bump(hour, 17.5, 2) + 0.5 * bump(hour, 13, 4);
    }

    private static double bump(double hour, double center, double width) {
        double distance = (hour - center) / width;
        return StrictMath.exp(-distance * distance);
    }

    private double meanShape() {
        double sum = 0;
        for (int i = 0; i < 7 * perDay; i++) {
            sum += shape(i);
        }
        return sum / (7 * perDay);
    }

    private double poisson(double mean) {
        if (mean > 50) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
