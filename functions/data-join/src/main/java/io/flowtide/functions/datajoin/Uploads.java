package io.flowtide.functions.datajoin;

import io.flowtide.aws.CreatedObject;
import io.flowtide.aws.ObjectStore;
import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.csv.CsvOptions;
import io.flowtide.core.csv.CsvReport;
import io.flowtide.core.csv.Grid;
import io.flowtide.core.csv.SeriesCsv;
import io.flowtide.core.event.Keys;
import io.flowtide.core.flowlog.RejectSink;
import io.flowtide.core.flowlog.RejectedLines;
import io.flowtide.core.join.Windows;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Hands an uploaded CSV on as one window, then moves it out of the way. */
final class Uploads {

    private static final Logger LOG = Logger.getLogger(Uploads.class);
    /** Two years of minutes; what follows holds it in memory. */
    private static final int MOST_BUCKETS = 1_000_000;

    private final ObjectStore store;
    private final String lake;
    private final SeriesCalendar calendar;
    private final Tally tally;

    Uploads(ObjectStore store, String lake, SeriesCalendar calendar, Tally tally) {
        this.store = store;
        this.lake = lake;
        this.calendar = calendar;
        this.tally = tally;
    }

    /** Moving comes last, so that a repeat after a crash finds the file; after that it finds nothing left to do. */
    void uploaded(CreatedObject object) throws IOException {
        if (object.key().endsWith("/")) {
            LOG.infof("%s is a folder", object);
            return;
        }
        Optional<InputStream> opened = store.open(object);
        if (opened.isEmpty()) {
            LOG.warnf("%s is gone: it was finished before, deleted, or replaced since", object);
            return;
        }
        RejectedLines rejects = new RejectedLines();
        try (InputStream content = opened.get()) {
            CsvReport report = SeriesCsv.read(content, CsvOptions.in(calendar.zone()), rejects);
            series(object, report, rejects)
                    .ifPresent(series ->
                            store.put(lake, Keys.joinedUpload(object.object()), Windows.upload(series, calendar)));
            tell(object, report, rejects);
        }
        writeRejects(object, rejects);
        store.move(object, Keys.finished(object.key(), object.eventTime()));
        tally.add(Tally.Count.UPLOADS, 1);
    }

    private static void tell(CreatedObject object, CsvReport report, RejectedLines rejects) {
        String taken = object + ": " + report.accepted() + " rows taken";
        String notes = report.notes().isEmpty() ? "" : " (" + String.join(" ", report.notes()) + ")";
        if (rejects.isEmpty()) {
            LOG.info(taken + notes);
        } else {
            String first = rejects.lines().get(0).reason();
            LOG.warnf(
                    "%s, %d refused (%s); see %s", taken + notes, rejects.total(), first, Keys.rejected(object.key()));
        }
    }

    private static Optional<TimeSeries> series(CreatedObject object, CsvReport report, RejectSink rejects) {
        String name = object.key().substring(Keys.TESTDATA.length());
        try {
            TimeSeries series = Grid.of(report.points()).place(SeriesId.of("upload", "file", name), report.points());
            if (series.size() > MOST_BUCKETS) {
                throw new IllegalArgumentException("The file spans " + series.size() + " buckets of " + series.width()
                        + ", more than " + MOST_BUCKETS + ": upload it in pieces");
            }
            return Optional.of(series).filter(placed -> placed.size() > 0);
        } catch (IllegalArgumentException tooLong) {
            rejects.reject(RejectSink.WHOLE_FILE, tooLong.getMessage(), "");
            return Optional.empty();
        }
    }

    private void writeRejects(CreatedObject object, RejectedLines rejects) throws IOException {
        if (!rejects.isEmpty()) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            rejects.writeTo(lines);
            store.put(lake, Keys.rejected(object.key()), lines.toByteArray(), ObjectStore.JSON_LINES);
        }
    }
}
