package io.flowtide.core.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Parquet file whose columns are flat: whole numbers and texts, plain, gzip or Snappy. */
public final class ParquetFile {

    private static final int COLUMNS = 1;
    private static final int ROWS = 3;

    private final ByteRanges file;
    private final Footer footer;

    private ParquetFile(ByteRanges file, Footer footer) {
        this.file = file;
        this.footer = footer;
    }

    /**
     * Reads what the file says of itself.
     *
     * @throws ParquetException when it is cut off or malformed
     */
    public static ParquetFile open(ByteRanges file) throws IOException {
        return new ParquetFile(file, Footer.read(file));
    }

    /** The columns at the top level; lists and structures are left out. */
    public List<Column> columns() {
        return footer.columns();
    }

    /** How many rows the file says it has. */
    public long rows() {
        return footer.rows();
    }

    int rowGroups() {
        return footer.rowGroups().size();
    }

    long rowsOf(int rowGroup) throws ParquetException {
        return footer.rowGroups().get(rowGroup).number(ROWS);
    }

    /** Readers of some columns of a row group. */
    List<ColumnReader> readers(int rowGroup, List<Column> columns) throws ParquetException {
        List<ColumnReader> readers = new ArrayList<>();
        for (Column column : columns) {
            readers.add(new ColumnReader(file, chunk(rowGroup, column)));
        }
        return readers;
    }

    private ColumnChunk chunk(int rowGroup, Column column) throws ParquetException {
        Optional<ThriftStruct> entry = Optional.empty();
        for (ThriftStruct candidate : footer.rowGroups().get(rowGroup).structs(COLUMNS)) {
            if (ColumnChunk.isOf(column, candidate)) {
                entry = Optional.of(candidate);
            }
        }
        ColumnChunk chunk = ColumnChunk.of(
                column,
                entry.orElseThrow(() ->
                        new ParquetException("Row group " + (rowGroup + 1) + " lacks the column " + column.name())),
                file.size());
        if (chunk.values() != rowsOf(rowGroup)) {
            throw new ParquetException("Column " + column.name() + " has " + chunk.values()
                    + " values, but its row group " + rowsOf(rowGroup) + " rows");
        }
        return chunk;
    }

    /**
     * Starts to read some columns.
     *
     * @throws ParquetException when one of them is of a type that is not read
     */
    public Rows rows(List<Column> columns) throws ParquetException {
        for (Column column : columns) {
            if (!column.type().isReadable()) {
                throw new ParquetException("Column " + column.name() + " has the type " + column.type()
                        + ", which is not read: write it as a whole number or as text");
            }
        }
        return new Rows(this, columns);
    }
}
