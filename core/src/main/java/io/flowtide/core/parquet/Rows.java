package io.flowtide.core.parquet;

import java.io.IOException;
import java.util.List;

/** The rows of a file, with some of its columns. Each value of a row is read once, column by column. */
public final class Rows {

    private final ParquetFile file;
    private final List<Column> columns;
    private ColumnReader[] readers = new ColumnReader[0];
    private int rowGroup;
    private long left;

    Rows(ParquetFile file, List<Column> columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * Goes to the next row; false behind the last one.
     *
     * @throws ParquetException when the file is damaged there
     */
    public boolean next() throws IOException {
        while (left == 0) {
            if (rowGroup == file.rowGroups()) {
                return false;
            }
            left = file.rowsOf(rowGroup);
            readers = file.readers(rowGroup, columns).toArray(ColumnReader[]::new);
            rowGroup++;
        }
        left--;
        return true;
    }

    /**
     * Reads the value that the row has in a column.
     *
     * @param column its place among those that were asked for
     * @return false when it has none
     * @throws ParquetException when the file is damaged there
     */
    public boolean read(int column, Value into) throws IOException {
        return readers[column].next(into);
    }
}
