package io.flowtide.core.parquet;

/** The values of a column chunk, to which its pages refer by their places. */
final class Dictionary {

    static final Dictionary NONE = new Dictionary(new byte[0], new long[0], new int[0]);

    private final byte[] bytes;
    private final long[] numbers;
    /** Where each text starts, behind its length of four bytes; and one more. */
    private final int[] starts;

    private Dictionary(byte[] bytes, long[] numbers, int[] starts) {
        this.bytes = bytes;
        this.numbers = numbers;
        this.starts = starts;
    }

    static Dictionary of(Page page, PhysicalType type) throws ParquetException {
        if (page.header().values() > page.header().size() / Integer.BYTES) {
            throw new ParquetException("A dictionary has fewer values than it says");
        }
        PlainValues plain = new PlainValues(page.bytes(), 0, page.header().size(), type);
        Value value = new Value();
        boolean text = type == PhysicalType.BYTE_ARRAY;
        long[] numbers = new long[text ? 0 : page.header().values()];
        int[] starts = new int[text ? page.header().values() + 1 : 0];
        for (int i = 0; i < page.header().values(); i++) {
            plain.next(value);
            if (text) {
                starts[i] = value.from();
                starts[i + 1] = value.to() + Integer.BYTES;
            } else {
                numbers[i] = value.number();
            }
        }
        return new Dictionary(page.bytes(), numbers, starts);
    }

    void get(int place, Value into) throws ParquetException {
        if (place >= 0 && place < numbers.length) {
            into.set(numbers[place]);
        } else if (place >= 0 && place < starts.length - 1) {
            into.set(bytes, starts[place], starts[place + 1] - Integer.BYTES);
        } else {
            throw new ParquetException("A page refers to a value that its dictionary lacks");
        }
    }
}
