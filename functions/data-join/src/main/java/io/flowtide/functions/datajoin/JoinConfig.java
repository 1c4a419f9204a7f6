package io.flowtide.functions.datajoin;

import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.join.ClosingRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Read from {@code FLOWTIDE_…}. */
@ConfigMapping(prefix = "flowtide")
public interface JoinConfig {

    /** Where parts lie, and windows go. */
    String lakeBucket();

    /** Where closed slots are kept. */
    String seriesTable();

    /** How far the watermark must have passed the end of a slot before it closes. */
    @WithDefault("PT10M")
    Duration allowedLateness();

    /** After how long without an arrival silence counts as data. */
    @WithDefault("PT15M")
    Duration expectedDelay();

    /** Older data is history. */
    @WithDefault("PT24H")
    Duration alertMaxAge();

    /** How long stragglers are waited for while catching up. */
    @WithDefault("PT2M")
    Duration settle();

    /** Into how many shards the series are divided; series stay where they are only while this does not change. */
    @WithDefault("1")
    int shards();

    /** The zone of the calendar, and of times in an uploaded CSV that name none. */
    @WithDefault("UTC")
    ZoneId zone();

    /** Regions and days that are not like their weekday: {@code DE-BY,2026-12-24,12-31}. */
    Optional<String> holidays();

    /** The key of the service map; without it there is no dependency table. */
    Optional<String> services();

    /** How long pairs of services are only learned before a new one is told. */
    @WithDefault("P7D")
    Duration pairLearning();

    /** The ARN of the topic that says what is new. */
    Optional<String> anomalyTopic();

    default SeriesCalendar calendar() {
        return new SeriesCalendar(zone(), HolidayCalendar.parse(holidays().orElse("")));
    }

    default ClosingRules rules() {
        return new ClosingRules(allowedLateness(), expectedDelay(), alertMaxAge(), settle());
    }
}
