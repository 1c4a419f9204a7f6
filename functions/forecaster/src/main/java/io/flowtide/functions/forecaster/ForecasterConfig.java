package io.flowtide.functions.forecaster;

import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Read from {@code FLOWTIDE_…}. */
@ConfigMapping(prefix = "flowtide")
public interface ForecasterConfig {

    /** Where forecasts go. */
    String lakeBucket();

    /** The table of closed slots. */
    String seriesTable();

    /** Which series are forecast: names separated by commas, {@code *} for anything. */
    @WithDefault("requests/all")
    String watchedSeries();

    /** The forecaster's name. */
    @WithDefault("tide")
    String forecaster();

    /** Whether the forecaster that a training put into service for a series goes before. */
    @WithDefault("false")
    boolean useTrained();

    /** How far a forecast reaches. */
    @WithDefault("PT48H")
    Duration forecastHorizon();

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

    default SeriesCalendar calendar() {
        return new SeriesCalendar(zone(), HolidayCalendar.parse(holidays().orElse("")));
    }
}
