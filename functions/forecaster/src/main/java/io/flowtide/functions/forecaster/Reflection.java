package io.flowtide.functions.forecaster;

import io.flowtide.core.event.SeriesForecast;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jackson has to see in a native build. */
@RegisterForReflection(targets = {SeriesForecast.class, SeriesId.class, Values.class})
final class Reflection {

    private Reflection() {}
}
