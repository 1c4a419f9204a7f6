package io.flowtide.functions.modelinvoke;

import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ScoredWindow.ModelVersion;
import io.flowtide.core.model.DetectorSettings;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Names a detector that has seen everything before a day. The settings are part of the name, because a detector keeps
 * those that it was made with.
 *
 * @param series the series
 * @param detector the detector's name
 * @param day the UTC day before whose start everything was seen
 * @param historyVersion the version of the history that it learned from
 * @param width the width of a bucket
 * @param zone the zone of the calendar
 */
record ModelKey(SeriesId series, String detector, LocalDate day, long historyVersion, Duration width, ZoneId zone) {

    /** The same everywhere, so that the same history always gives the same model. */
    private static final long SEED = 1;

    static ModelKey of(SeriesId series, String detector, JoinedWindow window) {
        LocalDate day = LocalDate.ofInstant(window.from(), ZoneOffset.UTC);
        return new ModelKey(series, detector, day, window.historyVersion(), window.width(), window.zone());
    }

    ModelKey ofTheDayBefore() {
        return new ModelKey(series, detector, day.minusDays(1), historyVersion, width, zone);
    }

    ModelVersion version() {
        return new ModelVersion(detector, day + "-h" + historyVersion);
    }

    DetectorSettings settings() {
        return new DetectorSettings(width, zone, SEED);
    }

    Instant start() {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Where the snapshot lies in the lake. */
    String path() {
        String place = zone.getId().replaceAll("[^A-Za-z0-9]+", "-");
        return Keys.model(series, version().version(), detector + "-" + width + "-" + place + ".bin");
    }
}
