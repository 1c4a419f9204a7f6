package io.flowtide.functions.notifier;

import io.flowtide.aws.ObjectStore;
import io.flowtide.chart.AnomalyChart;
import io.flowtide.chart.ChartSpec;
import io.flowtide.chart.Fonts;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ScoredWindow;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Draws the incident and keeps every picture in the lake, beside the document that it shows. Without a picture people are
 * told all the same.
 */
@Singleton
class Charts {

    private static final Logger LOG = Logger.getLogger(Charts.class);

    private final ObjectStore objects;
    private final LastWeek lastWeek;
    private final Links links;
    private final String bucket;

    Charts(ObjectStore objects, LastWeek lastWeek, Links links, NotifierConfig config) {
        this.objects = objects;
        this.lastWeek = lastWeek;
        this.links = links;
        this.bucket = config.lakeBucket();
        config.fontconfig().map(Path::of).ifPresent(Fonts::use);
    }

    /** The picture of the incident; empty, and logged, when it can't be had. */
    Optional<Alert.Chart> draw(AnomalyDetected event) {
        if (!event.scored().key().startsWith(Keys.SCORED)) {
            // A new pair of services, say: there is nothing to be drawn.
            return Optional.empty();
        }
        try {
            Optional<ScoredWindow> window = objects.read(event.scored(), ScoredWindow.class);
            if (window.isEmpty()) {
                LOG.warnf("No chart: the scored window %s is not there", event.scored());
            }
            return window.map(scored -> AnomalyChart.png(spec(scored, event)))
                    .map(png -> new Alert.Chart(png, kept(event, png)));
        } catch (RuntimeException | LinkageError trouble) {
            // An error of linkage is a runtime without AWT's fonts or libraries.
            LOG.warnf(trouble, "No chart from %s", event.scored());
            return Optional.empty();
        }
    }

    private ChartSpec spec(ScoredWindow window, AnomalyDetected event) {
        ChartSpec spec = ChartSpec.of(window, event);
        return lastWeek.of(event, window).map(spec::withWeekBefore).orElse(spec);
    }

    private Optional<URI> kept(AnomalyDetected event, byte[] png) {
        String key = Keys.chart(event.incident(), event.revision());
        try {
            objects.put(bucket, key, png, ObjectStore.PNG);
            objects.put(bucket, Keys.charted(event.incident(), event.revision()), event);
            objects.put(bucket, Keys.chart(event.incident()), png, ObjectStore.PNG);
            return Optional.of(links.to(bucket, key));
        } catch (RuntimeException trouble) {
            LOG.warnf(trouble, "The chart could not be kept as %s", key);
            return Optional.empty();
        }
    }
}
