package io.flowtide.functions.modelinvoke;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

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

    /** Regions and days that are not like their weekday: {@code DE-BY,2026-12-24,12-31}. */
    Optional<String> holidays();

    /** A silence that lasts longer is a gap in the history, a shorter one is zeros. */
    @WithDefault("PT24H")
    Duration alertMaxAge();

    /** Whether a series is scored by the detector that a training promoted, once there is one. */
    @WithDefault("true")
    boolean useTrained();

    /** Series that are judged at SageMaker endpoints: {@code requests/all=rcf@my-endpoint,bytes/*=deepar@other}. */
    Optional<String> backends();

    /** After how long an attempt at an endpoint is given up. */
    @WithDefault("PT5S")
    Duration endpointTimeout();
}
