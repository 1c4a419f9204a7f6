package io.flowtide.functions.datajoin;

import io.flowtide.core.join.PartName;
import io.flowtide.core.join.SlotSums;
import io.flowtide.core.join.StoredSlot;
import io.flowtide.functions.datajoin.PartReader.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What arrived parts add to a slot. Of the versions of one object only the one that was uploaded last counts: an object that
 * is overwritten replaces what it said of the slots that it still covers.
 */
final class Replacements {

    private static final Comparator<Map.Entry<PartName, Part>> BY_TIME =
            Comparator.comparing(part -> part.getValue().uploaded());

    private final Function<PartName, Optional<Part>> reader;

    /** @param reader reads a part that was added before */
    Replacements(Function<PartName, Optional<Part>> reader) {
        this.reader = reader;
    }

    /**
     * @param stored the slot as it is
     * @param arrived the parts that may be missing in it
     * @return what each missing part adds, by its hash: nothing when a later version of its object is there
     */
    Map<String, SlotSums> additions(StoredSlot stored, Map<PartName, Part> arrived) {
        Map<String, List<Map.Entry<PartName, Part>>> objects = new TreeMap<>();
        arrived.entrySet().stream()
                .filter(part -> !stored.parts().contains(part.getKey().hash()))
                .forEach(part -> objects.computeIfAbsent(part.getKey().object(), object -> new ArrayList<>())
                        .add(part));
        Map<String, SlotSums> additions = new HashMap<>();
        objects.values().forEach(versions -> add(versions, stored, additions));
        return additions;
    }

    private void add(List<Map.Entry<PartName, Part>> versions, StoredSlot stored, Map<String, SlotSums> additions) {
        Map.Entry<PartName, Part> last = versions.stream().max(BY_TIME).orElseThrow();
        versions.forEach(version -> additions.put(version.getKey().hash(), SlotSums.EMPTY));
        Optional<Part> before = latestStored(last.getKey(), stored);
        if (before.isEmpty()) {
            additions.put(last.getKey().hash(), last.getValue().sums());
        } else if (!before.get().uploaded().isAfter(last.getValue().uploaded())) {
            SlotSums change = last.getValue().sums().minus(before.get().sums());
            additions.put(last.getKey().hash(), change);
        }
    }

    /** The version that counts so far. */
    private Optional<Part> latestStored(PartName part, StoredSlot stored) {
        return stored.parts().subSet(part.object(), part.object() + "g").stream()
                .flatMap(hash -> reader.apply(part.withHash(hash)).stream())
                .max(Comparator.comparing(Part::uploaded));
    }
}
