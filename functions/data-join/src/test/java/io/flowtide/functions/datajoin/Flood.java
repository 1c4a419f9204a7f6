package io.flowtide.functions.datajoin;

import io.flowtide.aws.CreatedObject;
import io.flowtide.core.event.ObjectVersion;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Many parts, whose sums are known. */
final class Flood {

    private static final double THOUSAND = 1000;

    private final Random random;
    private final Map<SeriesId, Map<Slot, Long>> thousandths = new HashMap<>();
    private final List<CreatedObject> arrivals = new ArrayList<>();

    /** Writes {@code partsPerSlot} parts of each slot into the world's bucket. */
    Flood(World world, Slot first, int slots, int partsPerSlot, long seed) {
        random = new Random(seed);
        for (int slot = 0; slot < slots; slot++) {
            for (int part = 0; part < partsPerSlot; part++) {
                ObjectVersion object = new ObjectVersion("b", "raw/" + part % 2 + "/" + slot + "-" + part, "1");
                arrivals.add(world.part(object, first.plus(slot), minutes(first.plus(slot))));
            }
        }
    }

    private SortedMap<SeriesId, Values> minutes(Slot slot) {
        SortedMap<SeriesId, Values> minutes = new TreeMap<>();
        minutes.put(World.ALL, row(World.ALL, slot));
        if (random.nextBoolean()) {
            minutes.put(World.REJECT, row(World.REJECT, slot));
        }
        return minutes;
    }

    private Values row(SeriesId series, Slot slot) {
        double[] counts = new double[Slot.MINUTES];
        for (int minute = 0; minute < counts.length; minute++) {
            int count = random.nextInt(1_000_000);
            counts[minute] = count / THOUSAND;
            thousandths.computeIfAbsent(series, absent -> new HashMap<>()).merge(slot, (long) count, Long::sum);
        }
        return Values.of(counts);
    }

    /** All parts, each {@code times} times, in no order. */
    List<CreatedObject> shuffled(int times) {
        List<CreatedObject> all = new ArrayList<>();
        Collections.nCopies(times, arrivals).forEach(all::addAll);
        Collections.shuffle(all, random);
        return all;
    }

    int parts() {
        return arrivals.size();
    }

    /** What the history of a series must be over {@code [from, to)}: NaN before it was first seen. */
    Values directSum(SeriesId series, Slot from, Slot to) {
        Map<Slot, Long> sums = thousandths.get(series);
        Slot first = Collections.min(sums.keySet());
        double[] values = new double[(int) from.until(to)];
        for (int i = 0; i < values.length; i++) {
            Slot slot = from.plus(i);
            values[i] = slot.compareTo(first) < 0 ? Double.NaN : sums.getOrDefault(slot, 0L) / THOUSAND;
        }
        return Values.of(values);
    }
}
