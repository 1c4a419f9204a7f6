package io.flowtide.core.model.holtwinters;

/**
 * Where the recursion stands.
 *
 * @param level the level, in the unit of the series
 * @param trend how much the level grows in a step
 * @param error the last error of a forecast of one step
 * @param seasons one row of summands or factors per season, beginning with that of the next step
 */
public record HoltWintersState(double level, double trend, double error, double[][] seasons) {}
