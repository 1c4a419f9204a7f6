package io.flowtide.functions.modelinvoke;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Read from {@code FLOWTIDE_…}. */
@ConfigMapping(prefix = "flowtide")
public interface ModelInvokeConfig {

    /** The table of closed slots. */
    String seriesTable();

    /** Which series are scored: names separated by commas, {@code *} for anything. */
    @WithDefault("requests/all")
    String watchedSeries();

    /** The detector's name. */
    @WithDefault("tide")
    String detector();

    /** A silence that lasts longer is a gap in the history, a shorter one is zeros. */
    @WithDefault("PT24H")
    Duration alertMaxAge();
}
