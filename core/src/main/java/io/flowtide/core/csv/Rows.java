package io.flowtide.core.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.flowtide.core.flowlog.RejectSink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Understands one row after the other. */
final class Rows {

    private static final int LONGEST_TEXT = 200;

    private final Timestamps timestamps;
    private final RejectSink rejects;
    private final SeriesChoice choice;
    private final PointsBuilder points = new PointsBuilder();
    private Optional<Columns> columns = Optional.empty();
    private long otherSeries;
    private long rejected;
    private long lastLine;

    Rows(CsvOptions options, RejectSink rejects) {
        this.timestamps = new Timestamps(options.zone());
        this.rejects = rejects;
        this.choice = new SeriesChoice(options.series());
    }

    long lastLine() {
        return lastLine;
    }

    void add(CsvRecord row) {
        if (row.getFieldCount() == 1 && row.getField(0).isBlank()) {
            return;
        }
        lastLine = row.getStartingLineNumber();
        if (columns.isEmpty()) {
            boolean header = isHeader(row.getFields());
            columns = Optional.of(header ? Columns.named(row.getFields()) : Columns.DEFAULT);
            if (header) {
                return;
            }
        }
        addPoint(row, columns.get());
    }

    /** The first row is a header when it begins with no time and has no number where the value stands. */
    private boolean isHeader(List<String> fields) {
        Columns guess = Columns.DEFAULT;
        boolean time = isTime(fields.get(guess.time()));
        boolean value = fields.size() > guess.value()
                && Numbers.parse(fields.get(guess.value())).isPresent();
        return !time && (!value || fields.get(guess.time()).isBlank());
    }

    private static boolean isTime(String text) {
        try {
            new Timestamps(java.time.ZoneOffset.UTC).parse(text, 0);
            return true;
        } catch (BadTimeException noTime) {
            return false;
        }
    }

    private void addPoint(CsvRecord row, Columns columns) {
        List<String> fields = row.getFields();
        if (fields.size() < columns.needed()) {
            reject(row, "The row has %d of the %d columns that are needed".formatted(fields.size(), columns.needed()));
            return;
        }
        if (columns.series().isPresent()
                && !choice.takes(fields.get(columns.series().getAsInt()))) {
            otherSeries++;
            return;
        }
        addPoint(row, fields.get(columns.time()), fields.get(columns.value()));
    }

    private void addPoint(CsvRecord row, String time, String value) {
        OptionalDouble number = Numbers.parse(value);
        if (number.isEmpty()) {
            reject(row, "'" + shortened(value) + "' is not a number");
            return;
        }
        try {
            Instant instant = timestamps.parse(time, row.getStartingLineNumber());
            points.add(instant.toEpochMilli(), number.getAsDouble(), row.getStartingLineNumber());
        } catch (BadTimeException refused) {
            reject(row, shortened(refused.getMessage()));
        }
    }

    private void reject(CsvRecord row, String reason) {
        rejected++;
        rejects.reject(row.getStartingLineNumber(), reason, shortened(String.join(",", row.getFields())));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    /** What is wrong with the file as a whole, once all rows were added. */
    Optional<String> damage() {
        if (columns.isEmpty()) {
            return Optional.of("The file holds no row");
        }
        return choice.damage();
    }

    CsvReport report(Optional<String> damage) {
        Points sorted = choice.damage().isPresent()
                ? new PointsBuilder().build(RejectSink.none())
                : points.build((line, reason, text) -> {
                    rejected++;
                    rejects.reject(line, reason, text);
                });
        return new CsvReport(sorted, sorted.size(), otherSeries, rejected, timestamps.notes(), damage);
    }
}
