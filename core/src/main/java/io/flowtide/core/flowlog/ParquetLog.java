package io.flowtide.core.flowlog;

import io.flowtide.core.parquet.ByteRanges;
import io.flowtide.core.parquet.Column;
import io.flowtide.core.parquet.ParquetException;
import io.flowtide.core.parquet.ParquetFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a flow log in Parquet: its rows, with the columns that are needed, go the way of lines of text. So whatever holds for
 * lines holds for rows, and a line number is the number of a row.
 */
final class ParquetLog {

    private final ParquetFile file;
    private final FlowFormat format;
    private final IngestOptions options;
    private final RejectSink rejects;

    private ParquetLog(ParquetFile file, IngestOptions options, RejectSink rejects) {
        this.file = file;
        this.format = new FlowFormat(
                file.columns().stream().map(ParquetLog::fieldName).toList());
        this.options = options;
        this.rejects = rejects;
    }

    private static String fieldName(Column column) {
        return column.name().replace('_', '-');
    }

    /** @param key the file's name or the object's key, for messages */
    static IngestReport read(String key, ByteRanges ranges, IngestOptions options, RejectSink rejects)
            throws IOException {
        try {
            return new ParquetLog(ParquetFile.open(ranges), options, rejects).read(key);
        } catch (ParquetException unreadable) {
            rejects.reject(RejectSink.WHOLE_FILE, unreadable.getMessage(), "");
            return IngestReport.ofNothing("Parquet", Optional.of(unreadable.getMessage()));
        }
    }

    private IngestReport read(String key) throws IOException {
        if (format.columns().stream().allMatch(name -> FlowField.named(name).isEmpty())) {
            return refused(key + " is a Parquet file, but no flow log: its columns are " + format);
        }
        LineFormat whole = LineFormat.of(format, options);
        if (!whole.isUsable()) {
            return refused(whole.problem());
        }
        FlowFormat needed = whole.parser().needed();
        List<Column> columns = needed.columns().stream().map(this::column).toList();
        BlockFiller filler = new BlockFiller(new ParquetText(file.rows(columns), columns));
        try (Blocks blocks = Blocks.of(filler.fill(new Block()), filler)) {
            return FlowText.read(blocks, options.withFormat(needed), rejects).as(name(), format);
        }
    }

    private Column column(String fieldName) {
        return file.columns().stream()
                .filter(column -> fieldName(column).equals(fieldName))
                .findFirst()
                .orElseThrow();
    }

    private IngestReport refused(String problem) {
        long rows = Math.max(0, file.rows());
        rejects.reject(RejectSink.WHOLE_FILE, problem, "");
        rejects.rejectMore(rows);
        return IngestReport.ofRefused(name(), format, rows, problem);
    }

    private String name() {
        return "Parquet, " + format.columns().size() + " columns";
    }
}
