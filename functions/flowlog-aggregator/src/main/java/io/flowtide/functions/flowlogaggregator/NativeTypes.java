package io.flowtide.functions.flowlogaggregator;

import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is written as JSON, for a native build. */
@RegisterForReflection(targets = {ObjectVersion.class, PartialCounts.class, SeriesId.class, Values.class})
final class NativeTypes {

    private NativeTypes() {}
}
