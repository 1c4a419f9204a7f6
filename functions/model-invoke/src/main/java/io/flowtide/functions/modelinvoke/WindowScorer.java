package io.flowtide.functions.modelinvoke;

import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.event.ScoredWindow.ModelVersion;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.series.SeriesPattern;
import io.flowtide.core.series.TimeSeries;
import java.util.List;

/** Scores a window: the same window and models always give the same scores. */
final class WindowScorer {

    private final String detector;
    private final SeriesPattern watched;
    private final HolidayCalendar holidays;
    private final Models models;

    WindowScorer(String detector, SeriesPattern watched, HolidayCalendar holidays, Models models) {
        this.detector = detector;
        this.watched = watched;
        this.holidays = holidays;
        this.models = models;
    }

    ScoredWindow score(JoinedWindow window) {
        List<ScoredWindow.Row> rows = window.series().stream()
                .filter(row -> window.origin() == Origin.UPLOAD || watched.includes(row.id()))
                .map(row -> score(window, row))
                .toList();
        return new ScoredWindow(
                Documents.SCHEMA,
                window.origin(),
                window.shard(),
                window.from(),
                window.to(),
                window.width(),
                window.zone(),
                rows);
    }

    private ScoredWindow.Row score(JoinedWindow window, JoinedWindow.Row row) {
        TimeSeries series = window.timeSeries(row);
        ModelKey key = ModelKey.of(row, detector, window, holidays);
        return switch (window.origin()) {
            case STREAM -> RowScorer.score(series, key.start(), models.detector(key), key.version());
            // A file is judged by itself: nobody knows whether it has anything to do with the one before.
            case UPLOAD ->
                RowScorer.score(
                        series,
                        series.start(),
                        Detectors.create(detector, key.settings()),
                        new ModelVersion(detector, "upload"));
        };
    }
}
