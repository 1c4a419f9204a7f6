package io.flowtide.core.training;

import io.flowtide.core.event.Document;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a training found: {@code lake/models/<series>/<version>/report.json}. The same history and options always give
 * the same report.
 *
 * @param schema the version of this document
 * @param series the series
 * @param zone the zone of the calendar
 * @param width the width of a bucket
 * @param from the start of the history
 * @param to its end, exclusive
 * @param usedShare the share of the values that is learned from, 0 to 1
 * @param findings what of the history was excluded or scaled, in order of time
 * @param origins from where forecasts were tried
 * @param forecasters the scores of the forecasters
 * @param detectors the scores of the detectors
 * @param forecaster which forecaster is used from now on
 * @param detector which detector is used from now on
 */
public record TrainingReport(
        int schema,
        SeriesId series,
        ZoneId zone,
        Duration width,
        Instant from,
        Instant to,
        double usedShare,
        List<Finding> findings,
        List<Instant> origins,
        List<ForecastScore> forecasters,
        List<DetectorScore> detectors,
        Choice forecaster,
        Choice detector)
        implements Document {

    public TrainingReport {
        findings = List.copyOf(findings);
        origins = List.copyOf(origins);
        forecasters = List.copyOf(forecasters);
        detectors = List.copyOf(detectors);
    }
}
