package io.flowtide.core.parquet;

/** Whole numbers as the differences between them, packed bit by bit in blocks. */
final class DeltaBinaryPacked {

    /** A block has 128 numbers as a rule; this is generous. */
    private static final long LARGEST_BLOCK = 1 << 16;

    private final byte[] bytes;
    private final int to;
    private final int miniblocks;
    private final int perMiniblock;
    private final int count;
    private int position;

    private boolean started;
    private long value;
    private long smallestDelta;
    private int widths;
    private int miniblock;
    private int left;
    private int width;
    private long bit;

    /** @param bytes {@code [from, to)} are the numbers, and what follows them; there are eight readable bytes behind */
    DeltaBinaryPacked(byte[] bytes, int from, int to) throws ParquetException {
        this.bytes = bytes;
        this.position = from;
        this.to = to;
        long block = varint();
        long parts = varint();
        long numbers = varint();
        boolean sound = block > 0
                && block <= LARGEST_BLOCK
                && parts > 0
                && parts <= block
                && block % (8 * parts) == 0
                && numbers >= 0
                && numbers <= PageHeader.MOST_VALUES;
        if (!sound) {
            throw malformed();
        }
        this.miniblocks = (int) parts;
        this.perMiniblock = (int) (block / parts);
        this.count = (int) numbers;
        this.miniblock = miniblocks;
        this.value = zigzag();
    }

    /** How many numbers there are. */
    int count() {
        return count;
    }

    long next() throws ParquetException {
        if (!started) {
            started = true;
            return value;
        }
        if (left == 0) {
            nextMiniblock();
        }
        left--;
        value += smallestDelta + unpacked();
        return value;
    }

    private long unpacked() {
        if (width == 0) {
            return 0;
        }
        int at = (int) (bit >>> 3);
        int shift = (int) (bit & 7);
        long word = LittleEndian.int64(bytes, at) >>> shift;
        if (shift + width > Long.SIZE) {
            word |= (long) bytes[at + Long.BYTES] << Long.SIZE - shift;
        }
        bit += width;
        return width == Long.SIZE ? word : word & (1L << width) - 1;
    }

    private void nextMiniblock() throws ParquetException {
        if (miniblock == miniblocks) {
            smallestDelta = zigzag();
            widths = position;
            position += miniblocks;
            miniblock = 0;
        }
        if (position > to) {
            throw malformed();
        }
        width = bytes[widths + miniblock];
        miniblock++;
        bit = 8L * position;
        left = perMiniblock;
        if (width < 0 || width > Long.SIZE || (long) perMiniblock * width / 8 > to - position) {
            throw malformed();
        }
        position += perMiniblock * width / 8;
    }

    /** Goes through all numbers that are left; returns where what follows them starts. */
    int end() throws ParquetException {
        for (int i = 0; i < count; i++) {
            next();
        }
        return position;
    }

    private long zigzag() throws ParquetException {
        long number = varint();
        return number >>> 1 ^ -(number & 1);
    }

    private long varint() throws ParquetException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE && position < to; shift += 7) {
            int octet = bytes[position++];
            number |= (long) (octet & 0x7F) << shift;
            if (octet >= 0) {
                return number;
            }
        }
        throw malformed();
    }

    private static ParquetException malformed() {
        return new ParquetException("A page is malformed (differences)");
    }
}
