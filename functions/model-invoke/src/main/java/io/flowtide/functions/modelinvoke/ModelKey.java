package io.flowtide.functions.modelinvoke;

import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ScoredWindow.ModelVersion;
import io.flowtide.core.model.DetectorSettings;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.training.ModelChoice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

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
 * @param choice the training that put the detector into service, if one did
 */
record ModelKey(
        SeriesId series,
        String detector,
        LocalDate day,
        long historyVersion,
        Duration width,
        SeriesCalendar calendar,
        Optional<ModelChoice> choice) {

    /** The same everywhere, so that the same history always gives the same model. */
    private static final long SEED = 1;

    private static final Duration ALMOST_A_DAY = Duration.ofDays(1).minusNanos(1);

    /**
     * The model as of the first day that the row holds from its beginning.
     *
     * @param detector the one of the configuration, which a choice takes the place of
     */
    static ModelKey of(
            JoinedWindow.Row row,
            String detector,
            JoinedWindow window,
            HolidayCalendar holidays,
            Optional<ModelChoice> choice) {
        LocalDate from = LocalDate.ofInstant(window.from(), ZoneOffset.UTC);
        LocalDate first = LocalDate.ofInstant(row.start().plus(ALMOST_A_DAY), ZoneOffset.UTC);
        LocalDate day = first.isAfter(from) ? from : first;
        return new ModelKey(
                row.id(),
                choice.map(ModelChoice::detector).orElse(detector),
                day,
                window.historyVersion(),
                window.width(),
                new SeriesCalendar(window.zone(), holidays),
                choice);
    }

    ModelKey ofTheDayBefore() {
        return new ModelKey(series, detector, day.minusDays(1), historyVersion, width, calendar, choice);
    }

    ModelVersion version() {
        String trained = choice.map(training -> "-t" + training.trained()).orElse("");
        return new ModelVersion(detector, day + "-h" + historyVersion + trained);
    }

    /** The snapshot to go on from when there is none of the day before: the training's, if it knew the same history. */
    Optional<ModelChoice> base() {
        return choice.filter(training -> !training.learnedUntil().isAfter(start())
                && training.historyVersion() == historyVersion
                && training.width().equals(width)
                && training.calendar().equals(calendar.text()));
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
