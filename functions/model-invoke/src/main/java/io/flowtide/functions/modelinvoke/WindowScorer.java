package io.flowtide.functions.modelinvoke;

import io.flowtide.core.calendar.HolidayCalendar;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.JoinedWindow;
import io.flowtide.core.event.Origin;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.model.Detectors;
import io.flowtide.core.model.SeriesDetector;
import io.flowtide.core.series.SeriesPattern;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.training.ModelChoice;
import io.flowtide.sagemaker.Backend;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Scores a window: the same window and models always give the same scores. */
final class WindowScorer {

    private final String detector;
    private final SeriesPattern watched;
    private final HolidayCalendar holidays;
    private final Choices choices;
    private final Models models;
    private final Remote remote;

    WindowScorer(
            String detector,
            SeriesPattern watched,
            HolidayCalendar holidays,
            Choices choices,
            Models models,
            Remote remote) {
        this.detector = detector;
        this.watched = watched;
        this.holidays = holidays;
        this.choices = choices;
        this.models = models;
        this.remote = remote;
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
        ModelKey key = ModelKey.of(row, detector, window, holidays, choice(window, row));
        Optional<Backend> backend = remote.backend(row.id());
        Supplier<SeriesDetector> embedded = () -> embedded(window.origin(), key);
        Instant seen = window.origin() == Origin.UPLOAD ? series.start() : key.start();
        return RowScorer.row(
                series,
                backend.isPresent()
                        ? remote.judge(backend.get(), key, series, embedded)
                        : embedded.get().judge(series, seen));
    }

    private Optional<ModelChoice> choice(JoinedWindow window, JoinedWindow.Row row) {
        return switch (window.origin()) {
            case STREAM -> choices.inService(row.id(), LocalDate.ofInstant(window.from(), ZoneOffset.UTC));
            case UPLOAD -> Optional.empty();
        };
    }

    private SeriesDetector embedded(Origin origin, ModelKey key) {
        return switch (origin) {
            case STREAM ->
                SeriesDetector.embedded(
                        models.detector(key), key.detector(), key.version().version());
            // A file is judged by itself: nobody knows whether it has anything to do with the one before.
            case UPLOAD ->
                SeriesDetector.embedded(Detectors.create(key.detector(), key.settings()), key.detector(), "upload");
        };
    }
}
