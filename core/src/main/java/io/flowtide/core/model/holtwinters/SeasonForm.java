package io.flowtide.core.model.holtwinters;

/** How the seasons and the level make up a value. */
public enum SeasonForm {
    /** {@code y = level + season}: the swing does not depend on the level. */
    ADDITIVE {
        @Override
        double join(double one, double other) {
            return one + other;
        }

        @Override
        double without(double whole, double part) {
            return whole - part;
        }

        @Override
        double neutral() {
            return 0;
        }
    },
    /** {@code y = level * season}: the swing grows with the level. */
    MULTIPLICATIVE {
        @Override
        double join(double one, double other) {
            return one * other;
        }

        @Override
        double without(double whole, double part) {
            return whole / (Math.abs(part) < LEAST_FACTOR ? LEAST_FACTOR : part);
        }

        @Override
        double neutral() {
            return 1;
        }
    };

    /** Zeros in a series make factors of zero, through which nothing can be divided. */
    private static final double LEAST_FACTOR = 1e-3;

    abstract double join(double one, double other);

    abstract double without(double whole, double part);

    abstract double neutral();
}
