package io.flowtide.functions.notifier;

import io.flowtide.core.event.AnomalyDetected;
import java.util.Optional;

/**
 * What people are told.
 *
 * @param event the state of the incident
 * @param chart a PNG; empty when it could not be drawn
 */
record Alert(AnomalyDetected event, Optional<byte[]> chart) {}
