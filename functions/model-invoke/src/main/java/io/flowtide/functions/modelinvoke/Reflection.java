package io.flowtide.functions.modelinvoke;

import io.flowtide.core.event.CalendarFeatures;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jackson has to see in a native build. */
@RegisterForReflection(
        targets = {
            CalendarFeatures.class,
            JoinedWindow.class,
            JoinedWindow.Row.class,
            ScoredWindow.class,
            ScoredWindow.ModelVersion.class,
            ScoredWindow.Row.class,
            SeriesId.class,
            Values.class
        })
final class Reflection {

    private Reflection() {}
}
