package io.flowtide.core.join;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A closed slot of one shard, and which parts are in its sums, so that no part counts twice.
 *
 * @param parts the hashes of the parts
 * @param sums their sums, of the shard's series
 */
public record StoredSlot(SortedSet<String> parts, SlotSums sums) {

    /** A slot that nothing is known of. */
    public static final StoredSlot NONE = new StoredSlot(new TreeSet<>(), SlotSums.EMPTY);

    public StoredSlot {
        parts = Collections.unmodifiableSortedSet(new TreeSet<>(parts));
    }

    /** Adds parts, by their hashes; those that are in already are not added again. */
    public StoredSlot plus(Map<String, SlotSums> more) {
        SortedSet<String> allParts = new TreeSet<>(parts);
        SlotSums all = sums;
        for (Map.Entry<String, SlotSums> part : more.entrySet()) {
            if (allParts.add(part.getKey())) {
                all = all.plus(part.getValue());
            }
        }
        return new StoredSlot(allParts, all);
    }
}
