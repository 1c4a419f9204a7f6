package io.flowtide.core.parquet;

/** Texts one behind the other, and before them all their lengths. */
final class DeltaLengthValues implements Values {

    private final byte[] bytes;
    private final int to;
    private final DeltaBinaryPacked lengths;
    private int position;

    DeltaLengthValues(byte[] bytes, int from, int to) throws ParquetException {
        this.bytes = bytes;
        this.to = to;
        this.lengths = new DeltaBinaryPacked(bytes, from, to);
        this.position = new DeltaBinaryPacked(bytes, from, to).end();
    }

    @Override
    public void next(Value into) throws ParquetException {
        long length = lengths.next();
        if (length < 0 || length > to - position) {
            throw new ParquetException("A page has fewer values than it says");
        }
        into.set(bytes, position, position + (int) length);
        position += (int) length;
    }
}
