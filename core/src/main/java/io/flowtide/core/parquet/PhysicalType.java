package io.flowtide.core.parquet;

/** How the values of a column lie in the file, in the order of Parquet's numbers for them. */
public enum PhysicalType {
    BOOLEAN,
    INT32,
    INT64,
    INT96,
    FLOAT,
    DOUBLE,
    BYTE_ARRAY,
    FIXED_LEN_BYTE_ARRAY;

    static PhysicalType of(long number) throws ParquetException {
        if (number < 0 || number >= values().length) {
            throw new ParquetException("Malformed metadata (a column of the unknown type " + number + ")");
        }
        return values()[(int) number];
    }

    /** Whole numbers and texts are read; nothing else is in a flow log. */
    boolean isReadable() {
        return this == INT32 || this == INT64 || this == BYTE_ARRAY;
    }
}
