package io.flowtide.core.flowlog;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip (RFC 1952), several members in a row included. Hands out all that can be decompressed before it says
 * what is damaged; zeros behind the last member are padding.
 */
final class GzipMembers extends InputStream {

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int DEFLATE = 8;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] input = new byte[1 << 16];
    private int position;
    private int limit;
    private long consumed;
    private boolean anyMember;
    private boolean inMember;
    private boolean ended;

    /** @param in gzip from its first byte */
    GzipMembers(InputStream in) {
        this.in = in;
    }

    /** Whether a file that starts with these bytes is gzip. */
    static boolean matches(byte[] start, int length) {
        return length >= 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws DamagedInput when nothing further can be decompressed though the file has not come to its end */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int produced = 0;
        while (length > 0 && produced == 0 && !ended) {
            if (inMember) {
                produced = inflate(bytes, offset, length);
            } else {
                ended = !nextMember();
            }
        }
        return produced == 0 && length > 0 ? -1 : produced;
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        try {
            int produced = inflater.inflate(bytes, offset, length);
            checksum.update(bytes, offset, produced);
            if (inflater.finished()) {
                // The trailer is checked when the bytes are out: what was decompressed counts even if it is wrong.
                inMember = produced > 0;
                if (!inMember) {
                    endMember();
                }
            } else if (produced == 0) {
                feed();
            }
            return produced;
        } catch (DataFormatException malformed) {
            throw damaged("Corrupt gzip (" + malformed.getMessage() + ")");
        }
    }

    private void feed() throws IOException {
        if (inflater.needsDictionary()) {
            throw damaged("Corrupt gzip (a preset dictionary)");
        }
        position = limit;
        if (!refill()) {
            throw damaged("Truncated gzip");
        }
        inflater.setInput(input, position, limit - position);
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        long expected = little(4);
        long size = little(4);
        if (expected != checksum.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw damaged("Corrupt gzip (the checksum does not match: some lines may be wrong)");
        }
    }

    /** False at the end of the file. */
    private boolean nextMember() throws IOException {
        int octet = octet();
        while (octet == 0 && anyMember) {
            octet = octet();
        }
        if (octet < 0) {
            return false;
        }
        if (octet != 0x1F || octet() != 0x8B) {
            throw damaged("What follows the last gzip member is no gzip");
        }
        skipHeader();
        inflater.reset();
        checksum.reset();
        inflater.setInput(input, position, limit - position);
        anyMember = true;
        inMember = true;
        return true;
    }

    private void skipHeader() throws IOException {
        if (required() != DEFLATE) {
            throw damaged("Corrupt gzip (an unknown method)");
        }
        int flags = required();
        little(4);
        little(2);
        if ((flags & EXTRA) != 0) {
            for (long left = little(2); left > 0; left--) {
                required();
            }
        }
        skipText(flags & NAME);
        skipText(flags & COMMENT);
        if ((flags & HEADER_CRC) != 0) {
            little(2);
        }
    }

    private void skipText(int present) throws IOException {
        boolean more = present != 0;
        while (more) {
            more = required() != 0;
        }
    }

    private long little(int octets) throws IOException {
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value |= (long) required() << (8 * i);
        }
        return value;
    }

    private int required() throws IOException {
        int octet = octet();
        if (octet < 0) {
            throw damaged("Truncated gzip");
        }
        return octet;
    }

    private int octet() throws IOException {
        return position < limit || refill() ? input[position++] & 0xFF : -1;
    }

    private boolean refill() throws IOException {
        consumed += limit;
        position = 0;
        limit = Math.max(in.read(input), 0);
        return limit > 0;
    }

    private DamagedInput damaged(String what) {
        ended = true;
        long at = consumed + (inMember ? limit - inflater.getRemaining() : position);
        return new DamagedInput(what + " at byte " + at + " of the compressed file");
    }

    /** Gives the memory of the decompressor back; the stream below stays open. */
    @Override
    public void close() {
        inflater.end();
    }
}
