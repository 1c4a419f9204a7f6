package io.flowtide.core.training;

import io.flowtide.core.event.Documents;
import io.flowtide.core.model.Detector;
import io.flowtide.core.model.DetectorSettings;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.model.Forecast;
import io.flowtide.core.model.Forecasters;
import io.flowtide.core.series.TimeSeries;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Learns from a history: inspects it, compares the candidates on its end, chooses, and trains what was chosen. */
public final class Training {

    private Training() {}

    /**
     * @param history the series, at least four days of it
     * @param options the candidates and how they are compared
     * @param inService what is to be beaten
     * @throws HistoryTooShortException when there is too little to compare on
     * @throws IllegalArgumentException when there is no candidate of a name; the message lists those that there are
     */
    public static TrainingResult run(TimeSeries history, TrainingOptions options, InService inService) {
        Inspection inspection = Inspector.inspect(history, options.zone());
        ForecastBacktest forecasts = new ForecastBacktest(inspection, options);
        List<ForecastScore> forecasters = candidates(options.forecasters(), inService.forecaster(), Forecasters.names())
                .map(forecasts::score)
                .toList();
        DetectorBacktest alarms = new DetectorBacktest(inspection, options);
        List<DetectorScore> detectors = candidates(options.detectors(), inService.detector(), Detectors.names())
                .map(alarms::score)
                .toList();
        TrainingReport report = new TrainingReport(
                Documents.SCHEMA,
                history.id(),
                options.zone(),
                history.width(),
                history.start(),
                history.end(),
                inspection.usedShare(),
                inspection.findings(),
                Origins.of(history, options).times(),
                forecasters,
                detectors,
                Selection.forecaster(forecasters, inService.forecaster()),
                Selection.detector(detectors, inService.detector()));
        return new TrainingResult(
                report, inspection, lastForecasts(forecasts, forecasters), snapshot(inspection, options, report));
    }

    /** What is in service is compared as well, unless this version does not know it any more. */
    private static Stream<String> candidates(List<String> named, String inService, List<String> known) {
        return Stream.concat(Stream.of(inService).filter(known::contains), named.stream())
                .distinct();
    }

    private static SortedMap<String, Forecast> lastForecasts(ForecastBacktest backtest, List<ForecastScore> scores) {
        SortedMap<String, Forecast> forecasts = new TreeMap<>();
        scores.stream()
                .filter(score -> score.problem().isEmpty())
                .forEach(score -> forecasts.put(score.forecaster(), backtest.last(score.forecaster())));
        return forecasts;
    }

    /** The chosen detector, after everything that is usable of the last weeks. */
    private static byte[] snapshot(Inspection inspection, TrainingOptions options, TrainingReport report) {
        TimeSeries usable = inspection.usable();
        TimeSeries learned = usable.between(usable.end().minus(options.learned()), usable.end());
        Detector detector = Detectors.create(
                report.detector().name(), new DetectorSettings(learned.width(), options.calendar(), options.seed()));
        int first = 0;
        while (first < learned.size() && learned.values().isMissing(first)) {
            first++;
        }
        for (int i = first; i < learned.size(); i++) {
            detector.next(learned.time(i), learned.values().get(i));
        }
        return detector.snapshot();
    }
}
