package io.flowtide.core.parquet;

/** How the values of a page are written. */
enum Encoding {
    PLAIN,
    DICTIONARY,
    DELTA_BINARY_PACKED,
    DELTA_LENGTH_BYTE_ARRAY,
    DELTA_BYTE_ARRAY;

    /** @param number Parquet's */
    static Encoding of(long number) throws ParquetException {
        return switch ((int) number) {
            case 0 -> PLAIN;
            case 2, 8 -> DICTIONARY;
            case 5 -> DELTA_BINARY_PACKED;
            case 6 -> DELTA_LENGTH_BYTE_ARRAY;
            case 7 -> DELTA_BYTE_ARRAY;
            default -> throw new ParquetException("The encoding " + number + " of a page is not read");
        };
    }
}
