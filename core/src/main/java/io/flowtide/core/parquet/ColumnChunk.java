package io.flowtide.core.parquet;

/**
 * Where the pages of a column of a row group lie.
 *
 * @param column whose values
 * @param compression of its pages
 * @param from the position of its first page
 * @param length in bytes, compressed and with the headers of the pages
 * @param values how many, missing ones included
 */
record ColumnChunk(Column column, Compression compression, long from, long length, long values) {

    private static final int META_DATA = 3;
    private static final int PATH = 3;
    private static final int CODEC = 4;
    private static final int VALUES = 5;
    private static final int COMPRESSED_SIZE = 7;
    private static final int DATA_PAGE = 9;
    private static final int DICTIONARY_PAGE = 11;

    /** Whether an entry of a row group is about a column. */
    static boolean isOf(Column column, ThriftStruct entry) throws ParquetException {
        var path = entry.struct(META_DATA).texts(PATH);
        return path.size() == 1 && path.get(0).equals(column.name());
    }

    /** @param fileSize in bytes */
    static ColumnChunk of(Column column, ThriftStruct entry, long fileSize) throws ParquetException {
        ThriftStruct about = entry.struct(META_DATA);
        long dataPage = about.number(DATA_PAGE);
        long dictionaryPage = about.optionalNumber(DICTIONARY_PAGE).orElse(0L);
        // Some writers say 0 where there is no dictionary.
        long from = dictionaryPage > 0 ? Math.min(dictionaryPage, dataPage) : dataPage;
        long length = about.number(COMPRESSED_SIZE);
        if (from < 0 || length < 0 || from > fileSize - length) {
            throw new ParquetException("Column " + column.name() + " lies beyond the end of the file: it is cut off");
        }
        return new ColumnChunk(column, Compression.of(about.number(CODEC)), from, length, about.number(VALUES));
    }
}
