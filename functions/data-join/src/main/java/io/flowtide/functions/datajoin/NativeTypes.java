package io.flowtide.functions.datajoin;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.CalendarFeatures;
import io.flowtide.core.event.DependencyPart;
import io.flowtide.core.event.DependencyRow;
import io.flowtide.core.event.DependencyTable;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.join.SlotSums;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is read and written as JSON, for a native build. */
@RegisterForReflection(
        targets = {
            AnomalyDetected.class,
            AnomalyDetected.Peak.class,
            AnomalyDetected.Share.class,
            CalendarFeatures.class,
            DependencyPart.class,
            DependencyRow.class,
            DependencyTable.class,
            JoinedWindow.class,
            JoinedWindow.Row.class,
            ObjectVersion.class,
            Origin.class,
            PartialCounts.class,
            SeriesId.class,
            SlotSums.class,
            Values.class
        })
final class NativeTypes {

    private NativeTypes() {}
}
