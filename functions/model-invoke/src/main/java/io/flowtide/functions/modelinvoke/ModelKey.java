package io.flowtide.functions.modelinvoke;

import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ScoredWindow.ModelVersion;
import io.flowtide.core.model.DetectorSettings;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param calendar the days and holidays of the series
 */
record ModelKey(
        SeriesId series, String detector, LocalDate day, long historyVersion, Duration width, SeriesCalendar calendar) {

    /** The same everywhere, so that the same history always gives the same model. */
    private static final long SEED = 1;

    private static final Duration ALMOST_A_DAY = Duration.ofDays(1).minusNanos(1);

    /** The model as of the first day that the row holds from its beginning. */
    static ModelKey of(JoinedWindow.Row row, String detector, JoinedWindow window, HolidayCalendar holidays) {
        LocalDate from = LocalDate.ofInstant(window.from(), ZoneOffset.UTC);
        LocalDate first = LocalDate.ofInstant(row.start().plus(ALMOST_A_DAY), ZoneOffset.UTC);
        LocalDate day = first.isAfter(from) ? from : first;
        SeriesCalendar calendar = new SeriesCalendar(window.zone(), holidays);
        return new ModelKey(row.id(), detector, day, window.historyVersion(), window.width(), calendar);
    }

    ModelKey ofTheDayBefore() {
        return new ModelKey(series, detector, day.minusDays(1), historyVersion, width, calendar);
    }

    ModelVersion version() {
        return new ModelVersion(detector, day + "-h" + historyVersion);
    }

    DetectorSettings settings() {
        return new DetectorSettings(width, calendar, SEED);
    }

    Instant start() {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Where the snapshot lies in the lake. */
    String path() {
        String days = Keys.readable(calendar.text());
        return Keys.model(series, version().version(), Keys.readable(detector) + "-" + width + "-" + days + ".bin");
    }
}
