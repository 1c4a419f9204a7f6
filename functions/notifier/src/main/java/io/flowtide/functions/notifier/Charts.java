package io.flowtide.functions.notifier;

import io.flowtide.aws.ObjectStore;
import io.flowtide.chart.AnomalyChart;
import io.flowtide.chart.ChartSpec;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ScoredWindow;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Draws the incident and keeps the picture in the lake. Without a picture people are told all the same. */
@Singleton
class Charts {

    private static final Logger LOG = Logger.getLogger(Charts.class);

    private final ObjectStore objects;
    private final NotifierConfig config;

    Charts(ObjectStore objects, NotifierConfig config) {
        this.objects = objects;
        this.config = config;
    }

    /** The picture of the incident; empty, and logged, when it can't be had. */
    Optional<byte[]> draw(AnomalyDetected event) {
        try {
            Optional<ScoredWindow> window = objects.read(event.scored(), ScoredWindow.class);
            if (window.isEmpty()) {
                LOG.warnf("No chart: the scored window %s is not there", event.scored());
            }
            return window.map(scored -> AnomalyChart.png(ChartSpec.of(scored, event)))
                    .map(png -> kept(event, png));
        } catch (RuntimeException | LinkageError trouble) {
            // An error of linkage is a runtime without AWT's fonts or libraries.
            LOG.warnf(trouble, "No chart from %s", event.scored());
            return Optional.empty();
        }
    }

    private byte[] kept(AnomalyDetected event, byte[] png) {
        String key = Keys.chart(event.incident());
        try {
            objects.put(config.lakeBucket(), key, png, ObjectStore.PNG);
        } catch (RuntimeException trouble) {
            LOG.warnf(trouble, "The chart could not be kept as %s", key);
        }
        return png;
    }
}
