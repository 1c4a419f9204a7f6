package io.flowtide.core.metrics;

import java.io.IOException;
import java.io.Reader;

/** Characters one by one, with the place of the next one. Holds one buffer of them, however long the text is. */
final class Characters {

    static final int END = -1;

    private static final int LONGEST_MEMORY = 500;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader reader;
    private final char[] buffer = new char[1 << 13];
    private int next;
    private int size;
    private boolean ended;
    private final StringBuilder memory = new StringBuilder();
    private boolean remembering;
    private long line = 1;
    private long column = 1;

    Characters(Reader reader) {
        this.reader = reader;
    }

    /** The next character, or {@link #END}. */
    int peek() throws IOException {
        if (next == size && !ended) {
            next = 0;
            size = Math.max(0, reader.read(buffer));
            ended = size == 0;
        }
        return next < size ? buffer[next] : END;
    }

    /** As {@link #peek}, and goes on. */
    int next() throws IOException {
        int character = peek();
        if (character == END) {
            return END;
        }
        next++;
        if (remembering && memory.length() < LONGEST_MEMORY) {
            memory.append((char) character);
        }
        if (character == '\n') {
            line++;
            column = 1;
        } else if (character != BYTE_ORDER_MARK) {
            column++;
        }
        return character;
    }

    /** The next character that is not blank, without going beyond it; {@link #END} when there is none. */
    int peekVisible() throws IOException {
        int character = peek();
        while (character == BYTE_ORDER_MARK || character != END && Character.isWhitespace(character)) {
            next();
            character = peek();
        }
        return character;
    }

    void remember() {
        memory.setLength(0);
        remembering = true;
    }

    String remembered() {
        remembering = false;
        return memory.toString();
    }

    Position position() {
        return new Position(line, column);
    }
}
