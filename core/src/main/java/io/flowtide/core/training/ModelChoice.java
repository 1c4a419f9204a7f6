package io.flowtide.core.training;

import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a series is watched with from a day on.
 *
 * @param series the series
 * @param from the first UTC day on which it is in service; that lies ahead when it is chosen, so that the windows of a
 *     day are all scored by the same one
 * @param trained the UTC day before whose start everything was learned
 * @param historyVersion the version of the history that was learned from
 * @param detector the detector's name
 * @param forecaster the forecaster's name
 * @param snapshot where the detector lies in the lake
 * @param calendar the days and holidays that it was trained with, as {@code SeriesCalendar.text()} has them
 * @param width the width of a bucket
 */
public record ModelChoice(
        SeriesId series,
        LocalDate from,
        LocalDate trained,
        long historyVersion,
        String detector,
        String forecaster,
        String snapshot,
        String calendar,
        Duration width) {

    /** Until when it has learned. */
    public Instant learnedUntil() {
        return trained.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public InService inService() {
        return new InService(forecaster, detector);
    }
}
