package io.flowtide.core.training;

import java.time.Duration;

/**
 * How far forecasts were off between two distances from their origin.
 *
 * @param from how far ahead the first bucket lies
 * @param to the end, exclusive
 * @param buckets how many forecast buckets were observed and usable
 * @param rmse {@code sqrt(mean (forecast - observed)^2)}, in the unit of the series
 * @param wape {@code sum |forecast - observed| / sum |observed|}
 * @param bias {@code mean (forecast - observed)}, in the unit of the series
 */
public record HorizonError(Duration from, Duration to, int buckets, double rmse, double wape, double bias) {}
