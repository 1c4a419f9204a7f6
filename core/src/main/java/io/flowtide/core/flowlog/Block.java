package io.flowtide.core.flowlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;

/**
 * A piece of a file: {@code [from, to)} of {@code bytes}, with room in front for the line that the piece before broke
 * off, and slack behind for reading eight bytes at a time.
 */
final class Block {

    /** The longest line that is read, in bytes. */
    static final int LONGEST_LINE = 1 << 16;

    static final int FROM = LONGEST_LINE + 2 * Swar.SLACK;
    private static final int SIZE = 1 << 18;

    final byte[] bytes = new byte[FROM + SIZE + 2 * Swar.SLACK];
    int to = FROM;
    /** No block follows. */
    boolean last;
    /** What keeps the rest of the file from being read. */
    Optional<String> damage = Optional.empty();

    /** This block and what follows it, as a stream that fails where the file is damaged. */
    InputStream with(InputStream following) {
        InputStream start = new ByteArrayInputStream(bytes, FROM, to - FROM);
        return new SequenceInputStream(start, last ? new End(damage) : following);
    }

    private static final class End extends InputStream {

        private final Optional<String> damage;

        End(Optional<String> damage) {
            this.damage = damage;
        }

        @Override
        public int read() throws IOException {
            if (damage.isPresent()) {
                throw new DamagedInput(damage.get());
            }
            return -1;
        }
    }

    int free() {
        return FROM + SIZE - to;
    }
}
