package io.flowtide.functions.modeltrainer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Read from {@code FLOWTIDE_…}. */
@ConfigMapping(prefix = "flowtide")
public interface TrainerConfig {

    /** The table of closed slots and of the models in service. */
    String seriesTable();

    /** Where models and reports go. */
    String lakeBucket();

    /** Which series are trained: names separated by commas, {@code *} for anything. */
    @WithDefault("requests/all")
    String watchedSeries();

    /** The detector in service while nothing was promoted. */
    @WithDefault("tide")
    String detector();

    /** The forecaster in service while nothing was promoted. */
    @WithDefault("tide")
    String forecaster();

    /** Into how many shards the series are divided. */
    @WithDefault("1")
    int shards();

    /** The zone of the calendar. */
    @WithDefault("UTC")
    ZoneId zone();

    /** Regions and days that are not like their weekday: {@code DE-BY,2026-12-24,12-31}. */
    Optional<String> holidays();

    /** A silence that lasts longer is a gap in the history, a shorter one is zeros. */
    @WithDefault("PT24H")
    Duration alertMaxAge();

    /** How often a series is trained; sooner when its history was changed. */
    @WithDefault("P7D")
    Duration trainEvery();

    /** How much of the history is read. */
    @WithDefault("P84D")
    Duration trainHistory();
}
