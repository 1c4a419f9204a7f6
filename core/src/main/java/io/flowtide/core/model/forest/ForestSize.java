package io.flowtide.core.model.forest;

import java.util.OptionalDouble;

/**
 * How large a forest is, and how fast it forgets.
 *
 * @param dimensions the length of a point
 * @param trees the number of trees
 * @param samples the number of points in each tree
 * @param timeDecay how fast points are forgotten: the weight of each falls by {@code exp(-timeDecay)} with every one that
 *     comes after it; absent for {@code 1 / (10 * samples)}
 * @param seed of all random choices
 */
public record ForestSize(int dimensions, int trees, int samples, OptionalDouble timeDecay, long seed) {

    private static final double DECAY = 0.1;

    double decay() {
        return timeDecay.orElse(DECAY / samples);
    }
}
