package io.flowtide.core.model.holtwinters;

import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;

/**
 * A history taken apart; all rows have one entry per bucket. In the additive form {@code observed = trend + season +
 * residual}, in the multiplicative one {@code observed = trend * season + residual}.
 *
 * @param form how the parts make up the whole
 * @param start the start of the first bucket
 * @param width the width of a bucket
 * @param observed the history, gaps as NaN
 * @param trend the level
 * @param season what all seasons together add to, or make of, the level
 * @param residual what neither explains
 */
public record Decomposition(
        SeasonForm form,
        Instant start,
        Duration width,
        Values observed,
        Values trend,
        Values season,
        Values residual) {}
