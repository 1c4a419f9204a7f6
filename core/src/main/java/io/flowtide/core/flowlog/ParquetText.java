package io.flowtide.core.flowlog;

import io.flowtide.core.parquet.Column;
import io.flowtide.core.parquet.ParquetException;
import io.flowtide.core.parquet.Rows;
import io.flowtide.core.parquet.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The rows of a Parquet file as lines of text: columns parted by a space, {@code -} where there is no value. */
final class ParquetText extends InputStream {

    /** Longer values, in bytes, are shortened. No field is as long, and none is told apart by more. */
    private static final int LONGEST_VALUE = 2 * ValueTable.LONGEST_VALUE;

    private static final int DIGITS = 20;
    private static final int SIZE = 1 << 16;

    private final Rows rows;
    private final long[] divisors;
    private final Value value = new Value();
    private final byte[] text;
    private int from;
    private int to;
    private long row;
    private boolean ended;
    private Optional<DamagedInput> damage = Optional.empty();

    /** @param columns those of the rows, in order */
    ParquetText(Rows rows, List<Column> columns) {
        this.rows = rows;
        this.divisors = columns.stream().mapToLong(Column::divisor).toArray();
        this.text = new byte[SIZE + (LONGEST_VALUE + 1) * columns.size()];
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws DamagedInput where the file is damaged; all rows before it were handed out */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (from == to && !ended) {
            fill();
        }
        int read = Math.min(length, to - from);
        System.arraycopy(text, from, bytes, offset, read);
        from += read;
        return read == 0 && length > 0 ? -1 : read;
    }

    /** What is whole goes first, then what is wrong with the row behind it. */
    private void fill() throws IOException {
        from = 0;
        to = 0;
        if (damage.isPresent()) {
            ended = true;
            throw damage.get();
        }
        int whole = 0;
        try {
            while (whole < SIZE && rows.next()) {
                line();
                whole = to;
                row++;
            }
            ended = whole < SIZE;
        } catch (ParquetException damaged) {
            to = whole;
            damage = Optional.of(new DamagedInput(
                    "The Parquet file can't be read from row " + (row + 1) + " on: " + damaged.getMessage()));
        }
    }

    private void line() throws IOException {
        for (int column = 0; column < divisors.length; column++) {
            if (!rows.read(column, value)) {
                text[to++] = '-';
            } else if (value.isText()) {
                putText();
            } else {
                putNumber(value.number() / divisors[column]);
            }
            text[to++] = ' ';
        }
        text[to - 1] = '\n';
    }

    /** A blank would part columns, and nothing at all would be none. */
    private void putText() {
        byte[] bytes = value.bytes();
        int end = Math.min(value.to(), value.from() + LONGEST_VALUE);
        for (int i = value.from(); i < end; i++) {
            byte octet = bytes[i];
            text[to++] = octet >= 0 && octet <= ' ' ? (byte) '_' : octet;
        }
        if (end == value.from()) {
            text[to++] = '-';
        }
    }

    private void putNumber(long number) {
        // Negative numbers reach further than positive ones.
        long rest = number > 0 ? -number : number;
        int end = to + DIGITS;
        int digit = end;
        do {
            text[--digit] = (byte) ('0' - rest % 10);
            rest /= 10;
        } while (rest != 0);
        if (number < 0) {
            text[--digit] = '-';
        }
        System.arraycopy(text, digit, text, to, end - digit);
        to += end - digit;
    }
}
