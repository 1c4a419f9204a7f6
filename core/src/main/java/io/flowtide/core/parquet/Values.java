package io.flowtide.core.parquet;

/** The values of a page that are there, in order. */
interface Values {

    /** @throws ParquetException when there is none left, or it is malformed */
    void next(Value into) throws ParquetException;

    /**
     * The values of a page.
     *
     * @param from where they start
     */
    static Values of(Page page, int from, PhysicalType type, Dictionary dictionary) throws ParquetException {
        byte[] bytes = page.bytes();
        int to = page.header().size();
        return switch (page.header().encoding()) {
            case PLAIN -> new PlainValues(bytes, from, to, type);
            case DICTIONARY -> inDictionary(bytes, from, to, dictionary);
            case DELTA_BINARY_PACKED -> differences(bytes, from, to, type);
            case DELTA_LENGTH_BYTE_ARRAY -> new DeltaLengthValues(bytes, from, to);
            case DELTA_BYTE_ARRAY -> new DeltaValues(bytes, from, to);
        };
    }

    private static Values inDictionary(byte[] bytes, int from, int to, Dictionary dictionary) throws ParquetException {
        if (from == to) {
            return new PlainValues(bytes, from, to, PhysicalType.BYTE_ARRAY);
        }
        RleHybrid places = new RleHybrid(bytes, from + 1, to, bytes[from]);
        return into -> dictionary.get(places.next(), into);
    }

    private static Values differences(byte[] bytes, int from, int to, PhysicalType type) throws ParquetException {
        DeltaBinaryPacked numbers = new DeltaBinaryPacked(bytes, from, to);
        boolean narrow = type == PhysicalType.INT32;
        return into -> {
            long number = numbers.next();
            into.set(narrow ? (int) number : number);
        };
    }
}
