package io.flowtide.functions.cutoffscorer;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.scoring.Audible;
import io.flowtide.core.scoring.Coverage;
import io.flowtide.core.scoring.FalseAlarm;
import io.flowtide.core.scoring.Incident;
import io.flowtide.core.scoring.IncidentLog;
import io.flowtide.core.scoring.Stretch;
import io.flowtide.core.scoring.Told;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jackson has to see in a native build. */
@RegisterForReflection(
        targets = {
            AnomalyDetected.class,
            AnomalyDetected.Peak.class,
            AnomalyDetected.Share.class,
            Audible.class,
            Coverage.class,
            Coverage.Range.class,
            FalseAlarm.class,
            Incident.class,
            IncidentLog.class,
            ObjectVersion.class,
            ScoredWindow.class,
            ScoredWindow.ModelVersion.class,
            ScoredWindow.Row.class,
            SeriesId.class,
            Stretch.class,
            Told.class,
            Values.class
        })
final class Reflection {

    private Reflection() {}
}
