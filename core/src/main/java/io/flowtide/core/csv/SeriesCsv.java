package io.flowtide.core.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.flowtide.core.flowlog.RejectSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Reads {@code Timestamp,Value} as people have it: with or without a header, with or without a last newline, separated by
 * comma, semicolon or tab, with further columns, in any order of rows. See {@link Timestamps} for the times that are
 * understood. What can't be used is refused row by row, with its line and the reason.
 */
public final class SeriesCsv {

    private SeriesCsv() {}

    /**
     * Reads the stream to its end, or to where it is damaged; does not close it.
     *
     * @param rejects gets every row that can't be used, and what is wrong with the file as a whole. Rows whose time was
     *     there before come last, for they are only known once all are read.
     */
    public static CsvReport read(InputStream in, CsvOptions options, RejectSink rejects) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        Rows rows = new Rows(options, rejects);
        Optional<String> damage = readAll(buffered, rows);
        damage.ifPresent(reason -> rejects.reject(RejectSink.WHOLE_FILE, reason, ""));
        return rows.report(damage);
    }

    private static Optional<String> readAll(BufferedInputStream in, Rows rows) {
        try {
            FirstBytes first = FirstBytes.peek(in);
            if (first.isEmpty()) {
                return Optional.of("The file is empty");
            }
            if (first.isBinary()) {
                return Optional.of("The file is not text; rows of Timestamp,Value were expected");
            }
            in.skipNBytes(first.markLength());
            return readText(in, first, rows);
        } catch (IOException broken) {
            return Optional.of("The file breaks off before its first row: " + reason(broken));
        }
    }

    private static Optional<String> readText(InputStream in, FirstBytes first, Rows rows) {
        CsvReader<CsvRecord> records =
                CsvReader.builder().fieldSeparator(first.separator()).ofCsvRecord(in, first.charset());
        try {
            records.forEach(rows::add);
        } catch (UncheckedIOException | CsvParseException broken) {
            return Optional.of("The file breaks off after line " + rows.lastLine() + ": " + reason(broken));
        }
        return rows.damage();
    }

    private static String reason(Exception broken) {
        Throwable root = broken;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
