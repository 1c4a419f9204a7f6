package io.flowtide.core.parquet;

/**
 * Decompresses a block of Snappy.
 *
 * @see <a href="https://github.com/google/snappy/blob/main/format_description.txt">the format</a>
 */
final class Snappy {

    private final byte[] in;
    private final int inTo;
    private final byte[] out;
    private final int outFrom;
    private final int outTo;
    private int read;
    private int written;

    private Snappy(byte[] in, int from, int to, byte[] out, int outFrom, int outTo) {
        this.in = in;
        this.read = from;
        this.inTo = to;
        this.out = out;
        this.outFrom = outFrom;
        this.outTo = outTo;
        this.written = outFrom;
    }

    /**
     * Decompresses {@code [from, to)} into {@code [outFrom, outTo)} of {@code out}.
     *
     * @throws ParquetException when the block is malformed or does not fill it exactly
     */
    static void decompress(byte[] in, int from, int to, byte[] out, int outFrom, int outTo) throws ParquetException {
        new Snappy(in, from, to, out, outFrom, outTo).decompress();
    }

    private void decompress() throws ParquetException {
        if (length() != outTo - outFrom) {
            throw corrupt();
        }
        while (read < inTo) {
            element(octet());
        }
        if (written != outTo) {
            throw corrupt();
        }
    }

    private long length() throws ParquetException {
        long length = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int octet = octet();
            length |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return length;
            }
        }
        throw corrupt();
    }

    private void element(int tag) throws ParquetException {
        int high = tag >>> 2;
        switch (tag & 3) {
            case 0 -> literal(1 + (high < 60 ? high : little(high - 59)));
            case 1 -> copy(4 + (high & 7), (tag & 0xE0) << 3 | octet());
            case 2 -> copy(1 + high, little(2));
            default -> copy(1 + high, little(4));
        }
    }

    private void literal(int length) throws ParquetException {
        if (length <= 0 || length > inTo - read || length > outTo - written) {
            throw corrupt();
        }
        System.arraycopy(in, read, out, written, length);
        read += length;
        written += length;
    }

    private void copy(int length, int distance) throws ParquetException {
        if (distance <= 0 || distance > written - outFrom || length > outTo - written) {
            throw corrupt();
        }
        // A copy may run into what it writes itself, so that arraycopy would do another thing.
        if (distance >= length) {
            System.arraycopy(out, written - distance, out, written, length);
        } else {
            for (int i = 0; i < length; i++) {
                out[written + i] = out[written + i - distance];
            }
        }
        written += length;
    }

    private int little(int octets) throws ParquetException {
        int number = 0;
        for (int i = 0; i < octets; i++) {
            number |= octet() << 8 * i;
        }
        return number;
    }

    private int octet() throws ParquetException {
        if (read >= inTo) {
            throw corrupt();
        }
        return in[read++] & 0xFF;
    }

    private static ParquetException corrupt() {
        return new ParquetException("A page is corrupt Snappy");
    }
}
