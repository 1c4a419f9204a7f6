package io.flowtide.core.model.tide;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How much each past day counts for the profile of a kind of day. A day counts more the later it was, and the more other
 * days look like it: the days of a holiday season, of an outage or of a feast look like few others, and count for little
 * without anybody having named them. With distances {@code d} between days and the usual distance {@code t},
 *
 * <pre>
 * w(i) = b(i) support(i)^3    support(i) = OWN b(i) + sum over j of b(j) / (1 + (d(i, j) / t)^2)^2
 * b(i) = FADING^weeks(i), times KIN for a day of another kind
 * </pre>
 */
final class SimilarDays {

    private static final double FADING = 0.5;
    private static final double OWN = 0.3;
    /** A working day supports other working days a little: they are alike more often than not. */
    private static final double KIN = 0.2;

    private static final double USUAL = 1.5;
    /** A share of the mean: days that are all the same would leave no room. */
    private static final double LEAST_DISTANCE = 0.005;
    /** The usual distance is that of the last three weeks. */
    private static final int LATE = 21;

    private static final int SUNDAY = 6;

    private final PastDays days;
    private final double size;
    private final double usual;
    private final double[][] likeness;

    /** @param days at the same level */
    SimilarDays(PastDays days) {
        this.days = days;
        this.size = size(days);
        double[][] distances = distances(days);
        this.usual = Math.max(LEAST_DISTANCE * size, USUAL * usual(days, distances));
        this.likeness = new double[distances.length][distances.length];
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < distances.length; j++) {
                double far = distances[i][j] / usual;
                double near = 1 / (1 + far * far);
                likeness[i][j] = i == j || Double.isNaN(near) ? 0 : near * near;
            }
        }
    }

    /** The mean of the absolute values. */
    private static double size(PastDays days) {
        return IntStream.range(0, days.count())
                .boxed()
                .flatMapToDouble(i -> Arrays.stream(days.values(i)))
                .filter(Double::isFinite)
                .map(Math::abs)
                .average()
                .orElse(0);
    }

    private static double[][] distances(PastDays days) {
        double[][] distances = new double[days.count()][days.count()];
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = meanDifference(days.values(i), days.values(j));
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }

    /** As a share of the mean of all. */
    double share(double[] one, double[] other) {
        return size == 0 ? 0 : meanDifference(one, other) / size;
    }

    /** How far two days are from each other, in units of the usual distance between days of one kind. */
    double distance(double[] one, double[] other) {
        return usual == 0 ? 0 : meanDifference(one, other) / usual;
    }

    /** The mean absolute difference where both are known. */
    private static double meanDifference(double[] one, double[] other) {
        double sum = 0;
        int count = 0;
        for (int place = 0; place < one.length; place++) {
            double difference = Math.abs(one[place] - other[place]);
            if (!Double.isNaN(difference)) {
                sum += difference;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** The median of how far the late days are from their nearest of the same kind. */
    private static double usual(PastDays days, double[][] distances) {
        double[] nearest = IntStream.range(0, Math.min(LATE, days.count()))
                .mapToDouble(i -> IntStream.range(0, days.count())
                        .filter(j -> j != i && days.kind(j) == days.kind(i))
                        .mapToDouble(j -> distances[i][j])
                        .filter(Double::isFinite)
                        .min()
                        .orElse(Double.NaN))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return nearest.length == 0 ? 0 : nearest[nearest.length / 2];
    }

    /**
     * The weight of each day for days of a kind. When there is none of the kind, a holiday is taken for a Sunday, and any
     * other day for those that are as free or as busy, and at last for any day.
     */
    double[] weights(int kind) {
        if (seen(kind)) {
            return weights(kind, i -> days.kind(i) == kind);
        }
        if (PastDays.isHoliday(kind) && seen(SUNDAY)) {
            return weights(SUNDAY, i -> days.kind(i) == SUNDAY);
        }
        boolean free = PastDays.isFree(kind);
        boolean any = IntStream.range(0, days.count()).noneMatch(i -> PastDays.isFree(days.kind(i)) == free);
        return weights(kind, i -> any || PastDays.isFree(days.kind(i)) == free);
    }

    private boolean seen(int kind) {
        return IntStream.range(0, days.count()).anyMatch(i -> days.kind(i) == kind);
    }

    private double[] weights(int kind, IntPredicate candidate) {
        double[] late = new double[days.count()];
        for (int i = 0; i < late.length; i++) {
            late[i] = StrictMath.pow(FADING, days.weeksAgo(i)) * (days.kind(i) == kind ? 1 : KIN);
        }
        double[] weights = new double[late.length];
        for (int i = 0; i < weights.length; i++) {
            double support = OWN * late[i];
            for (int j = 0; j < late.length; j++) {
                support += late[j] * likeness[i][j];
            }
            weights[i] = candidate.test(i) ? late[i] * support * support * support : 0;
        }
        return weights;
    }
}
