package io.flowtide.core.parquet;

/** Small numbers in runs: each either one number repeated or packed bit by bit. Levels and places in a dictionary are such. */
final class RleHybrid {

    private final byte[] bytes;
    private final int to;
    private final int width;
    private final long mask;
    private int position;
    private long left;
    private boolean packed;
    private int repeated;
    private long bit;

    /**
     * @param bytes {@code [from, to)} are the runs; there are eight readable bytes behind them
     * @param width bits per number, 0 to 32
     */
    RleHybrid(byte[] bytes, int from, int to, int width) throws ParquetException {
        if (width < 0 || width > Integer.SIZE) {
            throw new ParquetException("A page is malformed (numbers of " + width + " bits)");
        }
        this.bytes = bytes;
        this.position = from;
        this.to = to;
        this.width = width;
        this.mask = (1L << width) - 1;
    }

    int next() throws ParquetException {
        while (left == 0) {
            nextRun();
        }
        left--;
        if (!packed) {
            return repeated;
        }
        long word = LittleEndian.int64(bytes, (int) (bit >>> 3));
        int number = (int) (word >>> (bit & 7) & mask);
        bit += width;
        return number;
    }

    private void nextRun() throws ParquetException {
        long header = header();
        packed = (header & 1) != 0;
        if (packed) {
            packedRun(header >>> 1);
        } else {
            repeatedRun(header >>> 1);
        }
    }

    /** Some writers leave out the bytes of the last run that hold no numbers. */
    private void packedRun(long groups) {
        bit = 8L * position;
        long length = Math.min(groups * width, to - position);
        left = width == 0 ? groups * 8 : length * 8 / width;
        position += (int) length;
    }

    private void repeatedRun(long count) throws ParquetException {
        left = count;
        repeated = 0;
        for (int i = 0; i < (width + 7) / 8; i++) {
            repeated |= octet() << 8 * i;
        }
    }

    private long header() throws ParquetException {
        long header = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int octet = octet();
            header |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return header;
            }
        }
        throw new ParquetException("A page is malformed (a run is too long)");
    }

    private int octet() throws ParquetException {
        if (position >= to) {
            throw new ParquetException("A page has fewer values than it says");
        }
        return bytes[position++] & 0xFF;
    }
}
