package io.flowtide.core.parquet;

/** Values one behind the other: numbers in four or eight bytes, texts with their length in four. */
final class PlainValues implements Values {

    private final byte[] bytes;
    private final int to;
    private final PhysicalType type;
    private int position;

    PlainValues(byte[] bytes, int from, int to, PhysicalType type) {
        this.bytes = bytes;
        this.position = from;
        this.to = to;
        this.type = type;
    }

    @Override
    public void next(Value into) throws ParquetException {
        switch (type) {
            case INT32 -> into.set(LittleEndian.int32(bytes, behind(Integer.BYTES)));
            case INT64 -> into.set(LittleEndian.int64(bytes, behind(Long.BYTES)));
            case BYTE_ARRAY -> {
                int length = LittleEndian.int32(bytes, behind(Integer.BYTES));
                int from = behind(length);
                into.set(bytes, from, from + length);
            }
            case BOOLEAN, INT96, FLOAT, DOUBLE, FIXED_LEN_BYTE_ARRAY ->
                throw new ParquetException("Values of the type " + type + " are not read");
        }
    }

    /** Goes on by a length; returns where it was. */
    private int behind(int length) throws ParquetException {
        if (length < 0 || length > to - position) {
            throw new ParquetException("A page has fewer values than it says");
        }
        position += length;
        return position - length;
    }
}
