package io.flowtide.core.flowlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The values of one dimension and their groups. Keeps the heaviest by the space-saving sketch (Metwally, Agrawal, El
 * Abbadi 2005), thinned out in batches: whenever it is full, the lighter half is folded into {@code other}, and a value
 * that comes later is taken to weigh as much as the heaviest of those. A weight is a number of records, and never too
 * low; what was counted for a value is exact from when it came to stay.
 */
final class ValueTable {

    /** Longer values, in bytes, count as {@code other}. */
    static final int LONGEST_VALUE = 1024;

    /** The value that stands for all that are not told apart. */
    static final String OTHER = "other";

    private final Tally tally;
    private final int otherGroup;
    private final int capacity;
    private final Value[] places;
    private final List<Value> values = new ArrayList<>();
    private Value recent = new Value(new byte[0], 0, 0, -1, 0);
    private long floor;

    /** One value; its text, and its first eight bytes as a word with zeros behind. */
    private static final class Value {
        private final byte[] text;
        private final long word;
        private final int hash;
        private final int group;
        private long weight;

        Value(byte[] text, long word, int hash, int group, long weight) {
            this.text = text;
            this.word = word;
            this.hash = hash;
            this.group = group;
            this.weight = weight;
        }

        boolean is(long other, byte[] bytes, int from, int to) {
            int length = to - from;
            return word == other
                    && text.length == length
                    && (length <= Long.BYTES || Arrays.equals(text, 0, length, bytes, from, to));
        }
    }

    /** @param capacity how many values are told apart at a time, at least 2 */
    ValueTable(Tally tally, int capacity) {
        this.tally = tally;
        this.otherGroup = tally.newGroup();
        this.capacity = capacity;
        this.places = new Value[Integer.highestOneBit(capacity) * 4];
    }

    /** The group of the value {@code [from, to)}, which is not empty; there is slack behind it. */
    int group(byte[] bytes, int from, int to) {
        long word = firstWord(bytes, from, to);
        Value value = recent;
        if (!value.is(word, bytes, from, to)) {
            if (to - from > LONGEST_VALUE) {
                return otherGroup;
            }
            value = find(word, bytes, from, to);
            recent = value;
        }
        value.weight++;
        return value.group;
    }

    private static long firstWord(byte[] bytes, int from, int to) {
        long word = Swar.word(bytes, from);
        int length = to - from;
        return length >= Long.BYTES ? word : word & (1L << 8 * length) - 1;
    }

    private Value find(long word, byte[] bytes, int from, int to) {
        int hash = hash(word, bytes, from, to);
        int mask = places.length - 1;
        int place = hash & mask;
        Value value = places[place];
        while (value != null) {
            if (value.is(word, bytes, from, to)) {
                return value;
            }
            place = place + 1 & mask;
            value = places[place];
        }
        return insert(new Value(Arrays.copyOfRange(bytes, from, to), word, hash, tally.newGroup(), floor));
    }

    private static int hash(long word, byte[] bytes, int from, int to) {
        long mixed = word * 0x9E3779B97F4A7C15L;
        for (int index = from + Long.BYTES; index < to; index += Long.BYTES) {
            // The last word overlaps the one before it.
            mixed = (mixed ^ mixed >>> 29 ^ Swar.word(bytes, Math.min(index, to - Long.BYTES))) * 0xBF58476D1CE4E5B9L;
        }
        return (int) (mixed >>> 32) ^ to - from;
    }

    private Value insert(Value value) {
        if (values.size() == capacity) {
            thinOut(capacity / 2);
        }
        values.add(value);
        place(value);
        return value;
    }

    private void place(Value value) {
        int mask = places.length - 1;
        int place = value.hash & mask;
        while (places[place] != null) {
            place = place + 1 & mask;
        }
        places[place] = value;
    }

    /** Keeps the heaviest values and folds the others into {@code other}. */
    private void thinOut(int keep) {
        values.sort(Comparator.<Value>comparingLong(value -> -value.weight)
                .thenComparing(value -> value.text, Arrays::compare));
        List<Value> light = values.subList(Math.min(keep, values.size()), values.size());
        for (Value value : light) {
            floor = Math.max(floor, value.weight);
            tally.fold(value.group, otherGroup);
        }
        light.clear();
        Arrays.fill(places, null);
        values.forEach(this::place);
        recent = new Value(new byte[0], 0, 0, -1, 0);
    }

    int size() {
        return values.size();
    }

    /** Folds all but the {@code most} heaviest into {@code other}, and hands every group on with its value. */
    void finish(int most, BiConsumer<Integer, String> action) {
        thinOut(most);
        values.forEach(value -> action.accept(value.group, new String(value.text, StandardCharsets.UTF_8)));
        action.accept(otherGroup, OTHER);
    }
}
