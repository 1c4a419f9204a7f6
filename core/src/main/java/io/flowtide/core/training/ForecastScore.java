package io.flowtide.core.training;

import io.flowtide.core.series.Values;
import java.util.List;

/**
 * How well a forecaster did.
 *
 * @param forecaster its name
 * @param error the weighted absolute percentage error over all origins and the whole horizon, the lower the better;
 *     infinite when it could not forecast at all
 * @param byHorizon the errors by how far ahead
 * @param byOrigin the weighted absolute percentage error of each origin, NaN where nothing was observed
 * @param problem why it could not forecast; empty when it could
 */
public record ForecastScore(
        String forecaster, double error, List<HorizonError> byHorizon, Values byOrigin, String problem) {

    public ForecastScore {
        byHorizon = List.copyOf(byHorizon);
    }

    static ForecastScore failed(String forecaster, String problem) {
        return new ForecastScore(forecaster, Double.POSITIVE_INFINITY, List.of(), Values.empty(), problem);
    }
}
