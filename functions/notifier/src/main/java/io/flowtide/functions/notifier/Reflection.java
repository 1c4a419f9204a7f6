package io.flowtide.functions.notifier;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jackson has to see in a native build. */
@RegisterForReflection(
        targets = {
            AnomalyDetected.class,
            AnomalyDetected.Peak.class,
            AnomalyDetected.Share.class,
            ObjectVersion.class,
            ScoredWindow.class,
            ScoredWindow.ModelVersion.class,
            ScoredWindow.Row.class,
            SeriesId.class,
            Values.class
        })
final class Reflection {

    private Reflection() {}
}
