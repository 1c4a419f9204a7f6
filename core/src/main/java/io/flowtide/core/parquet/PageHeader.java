package io.flowtide.core.parquet;

/**
 * What precedes a page.
 *
 * @param kind what the page holds
 * @param values how many, missing ones included
 * @param encoding of the values
 * @param runLevels whether the levels of a page of version 1 are runs, as all writers have it; what was before is not read
 * @param levels bytes of the levels that lie uncompressed before the values of a page of version 2
 * @param compressed whether the values are
 * @param size of levels and values, decompressed
 * @param compressedSize of levels and values, as they lie in the file
 * @param length of the header itself
 */
record PageHeader(
        Kind kind,
        int values,
        Encoding encoding,
        boolean runLevels,
        int levels,
        boolean compressed,
        int size,
        int compressedSize,
        int length) {

    enum Kind {
        DATA,
        DATA_2,
        DICTIONARY,
        OTHER
    }

    /** What a page may hold: writers stop at 20,000 values or 1 MB. */
    static final int MOST_VALUES = 1 << 22;

    private static final int LARGEST = 1 << 24;

    /** Parquet's number of that encoding. */
    private static final long RUNS = 3;

    private static final int TYPE = 1;
    private static final int SIZE = 2;
    private static final int COMPRESSED_SIZE = 3;
    private static final int DATA_HEADER = 5;
    private static final int DICTIONARY_HEADER = 7;
    private static final int DATA_2_HEADER = 8;

    /** Reads a header at {@code from}; it must not reach beyond {@code to}. */
    static PageHeader read(byte[] bytes, int from, int to) throws ParquetException {
        ThriftReader reader = new ThriftReader(bytes, from, to);
        ThriftStruct page = reader.struct();
        int length = reader.position() - from;
        return switch (page.count(TYPE)) {
            case 0 -> of(Kind.DATA, page, page.struct(DATA_HEADER), 2, length);
            case 2 -> of(Kind.DICTIONARY, page, page.struct(DICTIONARY_HEADER), 2, length);
            case 3 -> of(Kind.DATA_2, page, page.struct(DATA_2_HEADER), 4, length);
            default ->
                new PageHeader(
                        Kind.OTHER,
                        0,
                        Encoding.PLAIN,
                        true,
                        0,
                        false,
                        size(page, SIZE),
                        size(page, COMPRESSED_SIZE),
                        length);
        };
    }

    private static PageHeader of(Kind kind, ThriftStruct page, ThriftStruct about, int encodingField, int length)
            throws ParquetException {
        int values = about.count(1);
        if (values > MOST_VALUES) {
            throw new ParquetException("A page holds " + values + " values, which is more than any writer puts there");
        }
        boolean second = kind == Kind.DATA_2;
        int levels = second ? about.count(5) + about.count(6) : 0;
        int size = size(page, SIZE);
        int compressedSize = size(page, COMPRESSED_SIZE);
        if (levels < 0 || levels > Math.min(size, compressedSize)) {
            throw new ParquetException("A page is malformed (its levels are longer than it is)");
        }
        boolean compressed = !second || about.optionalNumber(7).orElse(1L) != 0;
        Encoding encoding = Encoding.of(about.number(encodingField));
        boolean runLevels = kind != Kind.DATA || about.optionalNumber(3).orElse(RUNS) == RUNS;
        return new PageHeader(kind, values, encoding, runLevels, levels, compressed, size, compressedSize, length);
    }

    private static int size(ThriftStruct page, int field) throws ParquetException {
        int size = page.count(field);
        if (size > LARGEST) {
            throw new ParquetException("A page of " + size + " bytes is too large: the most is " + LARGEST);
        }
        return size;
    }
}
