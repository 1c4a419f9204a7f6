package io.flowtide.functions.notifier;

import io.flowtide.core.event.AnomalyDetected;
import java.net.URI;
import java.util.Optional;

/**
 * What people are told.
 *
 * @param event the state of the incident
 * @param chart its picture; empty when it could not be drawn
 */
record Alert(AnomalyDetected event, Optional<Chart> chart) {

    /**
     * @param png the picture
     * @param link where it can be seen for a while; empty when it could not be kept
     */
    record Chart(byte[] png, Optional<URI> link) {}

    /** The same for every attempt at telling the state: who takes it more than once knows it by this. */
    String key() {
        return event.incident() + "-" + event.revision();
    }

    Optional<URI> link() {
        return chart.flatMap(Chart::link);
    }
}
