package io.flowtide.core.training;

import io.flowtide.core.model.Forecast;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A report with what it takes to draw it and to go on from it.
 *
 * @param report what was found
 * @param inspection the history
 * @param forecasts what each forecaster said from the last origin on, by name; those that could not are not in it
 * @param snapshot the chosen detector after all of the usable history
 */
public record TrainingResult(
        TrainingReport report, Inspection inspection, SortedMap<String, Forecast> forecasts, byte[] snapshot) {

    public TrainingResult {
        forecasts = new TreeMap<>(forecasts);
    }
}
