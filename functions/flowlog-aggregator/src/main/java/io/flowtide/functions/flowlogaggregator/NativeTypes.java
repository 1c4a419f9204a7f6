package io.flowtide.functions.flowlogaggregator;

import com.maxmind.db.Metadata;
import io.flowtide.core.event.DependencyPart;
import io.flowtide.core.event.DependencyRow;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is written as JSON, and what the library of geography makes by reflection, for a native build. */
@RegisterForReflection(
        targets = {
            DependencyPart.class,
            DependencyRow.class,
            Metadata.class,
            ObjectVersion.class,
            PartialCounts.class,
            SeriesId.class,
            Values.class
        })
final class NativeTypes {

    private NativeTypes() {}
}
