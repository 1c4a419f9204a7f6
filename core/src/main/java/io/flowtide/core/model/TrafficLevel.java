package io.flowtide.core.model;

/** How much higher than its profile traffic has run during about the last day, as a ratio: 1 is as ever. */
final class TrafficLevel {

    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 20;
    /** So much of a day is taken as seen at level 1 before anything was. */
    private static final double PRIOR = 0.05;
    /** A day of which less was seen and trusted has no level of its own. */
    private static final double ENOUGH_OF_DAY = 0.4;

    private final double bucketsPerDay;
    private double observed;
    private double expected;
    private double weight;
    private double observedToday;
    private double expectedToday;
    private double weightToday;

    TrafficLevel(double bucketsPerDay) {
        this.bucketsPerDay = bucketsPerDay;
    }

    TrafficLevel(double bucketsPerDay, SnapshotInput in) {
        this(bucketsPerDay);
        observed = in.number();
        expected = in.number();
        weight = in.number();
        observedToday = in.number();
        expectedToday = in.number();
        weightToday = in.number();
    }

    void write(SnapshotOutput out) {
        out.number(observed).number(expected).number(weight);
        out.number(observedToday).number(expectedToday).number(weightToday);
    }

    /** Adds a bucket, as far as it is trusted. */
    void add(double value, double atLevelOne, double trust) {
        double kept = 1 - trust / bucketsPerDay;
        observed = observed * kept + trust * value;
        expected = expected * kept + trust * atLevelOne;
        weight = weight * kept + trust;
        observedToday += trust * value;
        expectedToday += trust * atLevelOne;
        weightToday += trust;
    }

    double now() {
        if (!(observed > 0 && expected > 0)) {
            return 1;
        }
        return StrictMath.pow(bounded(observed / expected), weight / (weight + PRIOR * bucketsPerDay));
    }

    /** The level of the day that ends here. */
    double endDay() {
        boolean known = weightToday >= ENOUGH_OF_DAY * bucketsPerDay && observedToday > 0 && expectedToday > 0;
        double level = known ? bounded(observedToday / expectedToday) : now();
        observedToday = 0;
        expectedToday = 0;
        weightToday = 0;
        return level;
    }

    private static double bounded(double ratio) {
        return Math.max(LOWEST, Math.min(HIGHEST, ratio));
    }
}
