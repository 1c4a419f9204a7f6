package io.flowtide.core.flowlog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** A row of pages per slot, one place per group; the slots that a file is in the middle of are found without a search. */
final class SlotRows {

    /** Slots at hand; a power of two. */
    private static final int AT_HAND = 16;

    private final Map<Long, long[][]> rows = new HashMap<>();
    private final long[] slotsAtHand = new long[AT_HAND];
    private final long[][][] rowsAtHand = new long[AT_HAND][][];

    SlotRows() {
        Arrays.fill(slotsAtHand, -1);
    }

    /** The row of a slot, with a place for {@code group}. */
    long[][] row(long slot, int group) {
        int place = (int) slot & AT_HAND - 1;
        long[][] row = rowsAtHand[place];
        return slotsAtHand[place] == slot && group < row.length ? row : fetch(slot, group, place);
    }

    private long[][] fetch(long slot, int group, int place) {
        long[][] row = rows.computeIfAbsent(slot, absent -> new long[group + 1][]);
        if (group >= row.length) {
            row = Arrays.copyOf(row, Math.max(group + 1, row.length + row.length / 2));
            rows.put(slot, row);
        }
        slotsAtHand[place] = slot;
        rowsAtHand[place] = row;
        return row;
    }

    boolean has(long slot, int group) {
        long[][] row = rows.get(slot);
        return row != null && group < row.length && row[group] != null;
    }

    /** Every slot with its row; the row's places may be written meanwhile, no rows may be added. */
    void forEach(BiConsumer<Long, long[][]> action) {
        rows.forEach(action);
    }
}
