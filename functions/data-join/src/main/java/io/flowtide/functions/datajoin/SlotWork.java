package io.flowtide.functions.datajoin;

import io.flowtide.core.join.PartName;
import io.flowtide.core.join.StoredSlot;
import io.flowtide.core.series.Slot;
import java.util.List;

/**
 * What there is to do for a slot.
 *
 * @param slot the slot
 * @param stored what is stored of it, per shard
 * @param missing the parts that are not in every shard yet
 */
record SlotWork(Slot slot, List<StoredSlot> stored, List<PartName> missing) {}
