package io.flowtide.functions.datajoin;

import io.flowtide.aws.SeriesTable;
import io.flowtide.core.join.KnownSeries;
import io.flowtide.core.join.PartName;
import io.flowtide.core.join.Shards;
import io.flowtide.core.join.StoredSlot;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.functions.datajoin.PartReader.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Adds parts to stored slots. Each part is read once, and counts once however often it is added. */
final class SlotStore {

    private final SeriesTable table;
    private final PartReader parts;
    private final Workers workers;
    private final int shards;

    SlotStore(SeriesTable table, PartReader parts, Workers workers, int shards) {
        this.table = table;
        this.parts = parts;
        this.workers = workers;
        this.shards = shards;
    }

    /** Finds out which of the parts are not in their slots yet; one piece of work per slot. */
    List<SlotWork> prepare(List<PartName> arrived) {
        SortedMap<Slot, List<PartName>> slots =
                arrived.stream().collect(Collectors.groupingBy(PartName::slot, TreeMap::new, Collectors.toList()));
        return workers.each(slots.entrySet(), slot -> prepare(slot.getKey(), slot.getValue()));
    }

    private SlotWork prepare(Slot slot, List<PartName> arrived) {
        List<StoredSlot> stored = IntStream.range(0, shards)
                .mapToObj(shard -> table.slot(shard, slot))
                .toList();
        List<PartName> missing = arrived.stream()
                .filter(part -> stored.stream().anyMatch(shard -> !shard.parts().contains(part.hash())))
                .toList();
        return new SlotWork(slot, stored, missing);
    }

    /** Reads what is missing and stores the slots. */
    void store(List<SlotWork> work) {
        List<List<StoredSlot>> slots = workers.each(work, this::store);
        for (int shard = 0; shard < shards; shard++) {
            widen(shard, seen(shard, work, slots));
        }
    }

    private List<StoredSlot> store(SlotWork work) {
        Map<PartName, Part> missing = new HashMap<>();
        for (PartName part : work.missing()) {
            parts.read(part).ifPresent(read -> missing.put(part, read));
        }
        List<StoredSlot> result = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            result.add(store(work.slot(), shard, work.stored().get(shard), missing));
        }
        return result;
    }

    /** When another closer added parts in the meantime, ours are added to what it made of the slot. */
    private StoredSlot store(Slot slot, int shard, StoredSlot stored, Map<PartName, Part> missing) {
        Predicate<SeriesId> here = series -> Shards.of(series, shards) == shard;
        Map<PartName, Part> ours = new HashMap<>(missing);
        ours.replaceAll((name, part) -> part.only(here));
        Replacements replacements = new Replacements(name -> parts.read(name).map(part -> part.only(here)));
        StoredSlot previous = stored;
        StoredSlot next = previous.plus(replacements.additions(previous, ours));
        while (!next.equals(previous) && !table.store(shard, slot, previous, next)) {
            previous = table.slot(shard, slot);
            next = previous.plus(replacements.additions(previous, ours));
        }
        return next;
    }

    private static SortedMap<SeriesId, KnownSeries> seen(int shard, List<SlotWork> work, List<List<StoredSlot>> slots) {
        SortedMap<SeriesId, KnownSeries> seen = new TreeMap<>();
        for (int i = 0; i < work.size(); i++) {
            KnownSeries here = KnownSeries.in(work.get(i).slot());
            slots.get(i)
                    .get(shard)
                    .sums()
                    .thousandths()
                    .keySet()
                    .forEach(series -> seen.merge(series, here, KnownSeries::plus));
        }
        return seen;
    }

    private void widen(int shard, SortedMap<SeriesId, KnownSeries> seen) {
        if (seen.isEmpty()) {
            return;
        }
        Map<SeriesId, KnownSeries> known = table.known(shard);
        seen.forEach((series, times) -> {
            KnownSeries before = known.getOrDefault(series, times);
            if (!known.containsKey(series) || !before.plus(times).equals(before)) {
                table.widen(shard, series, times);
            }
        });
    }
}
