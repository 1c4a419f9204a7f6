package io.flowtide.core.csv;

import io.flowtide.core.series.Durations;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Where the buckets of a series lie, and what a bucket says when several points fall into it.
 *
 * <p>Points at a steady distance, each a whole number of minutes that divides the day, keep it: one bucket per point, and
 * the bucket starts when the point was stamped. Otherwise the width is the one nearest to the median distance (by ratio)
 * of {@link #WIDTHS}, and buckets start at its multiples. The grid is found from the first {@value #LOOKED_AT} points, so
 * that what comes later in a file does not change how its beginning is read.
 *
 * <p>Where buckets are at least twice as wide as the distance, points are taken for counts and summed. Where they are about
 * as wide as the distance, points that share a bucket do so by jitter, and are averaged.
 *
 * @param origin where a bucket starts
 * @param width the width of the buckets
 * @param combining what is made of several points in a bucket
 */
public record Grid(Instant origin, Duration width, Combining combining) {

    /** What is made of several points in a bucket. */
    public enum Combining {
        SUM,
        MEAN
    }

    /** The widths that irregular points are put into. */
    public static final List<Duration> WIDTHS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofDays(1));

    /** The width when there is but one point. */
    public static final Duration DEFAULT_WIDTH = Duration.ofMinutes(5);

    private static final int LOOKED_AT = 1000;
    private static final double STEADY = 0.9;
    private static final int LARGEST_SERIES = 10_000_000;
    private static final long MILLIS_PER_MINUTE = 60_000;

    /** The grid that the points suggest themselves. */
    public static Grid of(Points points) {
        long[] spacings = points.first(LOOKED_AT).spacings();
        if (spacings.length == 0) {
            return new Grid(points.isEmpty() ? Instant.EPOCH : points.time(0), DEFAULT_WIDTH, Combining.MEAN);
        }
        long median = median(spacings);
        return isSteady(spacings, median)
                ? new Grid(points.time(0), Duration.ofMillis(median), Combining.MEAN)
                : of(nearest(median), median);
    }

    /** Buckets of a given width, which start at its multiples. */
    public static Grid of(Points points, Duration width) {
        Grid own = of(points);
        if (own.width.equals(width)) {
            return own;
        }
        long[] spacings = points.first(LOOKED_AT).spacings();
        return of(width, spacings.length == 0 ? width.toMillis() : median(spacings));
    }

    private static Grid of(Duration width, long median) {
        return new Grid(Instant.EPOCH, width, width.toMillis() >= 2 * median ? Combining.SUM : Combining.MEAN);
    }

    private static long median(long[] spacings) {
        long[] sorted = spacings.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }

    private static boolean isSteady(long[] spacings, long median) {
        if (median % MILLIS_PER_MINUTE != 0 || Duration.ofDays(1).toMillis() % median != 0) {
            return false;
        }
        long onGrid =
                Arrays.stream(spacings).filter(spacing -> spacing % median == 0).count();
        return onGrid >= STEADY * spacings.length;
    }

    private static Duration nearest(long median) {
        Duration nearest = WIDTHS.get(0);
        for (Duration width : WIDTHS) {
            if (ratio(width, median) < ratio(nearest, median)) {
                nearest = width;
            }
        }
        return nearest;
    }

    private static double ratio(Duration width, long median) {
        double ratio = width.toMillis() / (double) median;
        return Math.max(ratio, 1 / ratio);
    }

    /** As this, with another rule for points that share a bucket. */
    public Grid with(Combining other) {
        return new Grid(origin, width, other);
    }

    /**
     * The points in their buckets, from the first to the last; buckets without a point are gaps.
     *
     * @throws IllegalArgumentException when that would be more than ten million buckets
     */
    public TimeSeries place(SeriesId id, Points points) {
        if (points.isEmpty()) {
            return new TimeSeries(id, origin, width, Values.empty());
        }
        long first = bucket(points.millis(0));
        long size = bucket(points.millis(points.size() - 1)) - first + 1;
        if (size > LARGEST_SERIES) {
            throw new IllegalArgumentException(
                    "The times reach from %s to %s, which is %d buckets of %s: is one of them wrong?"
                            .formatted(points.time(0), points.time(points.size() - 1), size, Durations.format(width)));
        }
        Instant start = origin.plusMillis(first * width.toMillis());
        return new TimeSeries(id, start, width, Values.of(fill(points, first, (int) size)));
    }

    private long bucket(long millis) {
        return Math.floorDiv(millis - origin.toEpochMilli(), width.toMillis());
    }

    private double[] fill(Points points, long first, int size) {
        double[] sums = new double[size];
        int[] counts = new int[size];
        for (int i = 0; i < points.size(); i++) {
            if (!Double.isNaN(points.value(i))) {
                int bucket = (int) (bucket(points.millis(i)) - first);
                sums[bucket] += points.value(i);
                counts[bucket]++;
            }
        }
        for (int i = 0; i < size; i++) {
            sums[i] = combined(sums[i], counts[i]);
        }
        return sums;
    }

    private double combined(double sum, int count) {
        if (count == 0) {
            return Double.NaN;
        }
        return switch (combining) {
            case SUM -> sum;
            case MEAN -> sum / count;
        };
    }
}
