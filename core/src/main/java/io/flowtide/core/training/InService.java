package io.flowtide.core.training;

import io.flowtide.core.model.Detectors;
import io.flowtide.core.model.Forecasters;

/**
 * What a series is watched with until now.
 *
 * @param forecaster the forecaster's name
 * @param detector the detector's name
 */
public record InService(String forecaster, String detector) {

    /** What nobody has to choose. */
    public static final InService DEFAULT = new InService(Forecasters.DEFAULT, Detectors.DEFAULT);
}
