package io.flowtide.core.join;

import io.flowtide.core.event.Document;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.PartialCounts;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Spreading;
import io.flowtide.core.series.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The sum of parts of a slot, exact: whatever the order and grouping of the parts, the sum is the same.
 *
 * @param schema {@value Documents#SCHEMA}
 * @param thousandths per series five numbers, one per minute
 */
public record SlotSums(int schema, SortedMap<SeriesId, List<Long>> thousandths) implements Document {

    /** The sum of no parts. */
    public static final SlotSums EMPTY = new SlotSums(Documents.SCHEMA, new TreeMap<>());

    public SlotSums {
        thousandths = Collections.unmodifiableSortedMap(new TreeMap<>(thousandths));
    }

    public static SlotSums of(PartialCounts part) {
        SortedMap<SeriesId, List<Long>> thousandths = new TreeMap<>();
        part.minutes().forEach((series, minutes) -> thousandths.put(series, thousandths(minutes)));
        return new SlotSums(Documents.SCHEMA, thousandths);
    }

    /** A minute that a part leaves out has nothing in it. */
    private static List<Long> thousandths(Values minutes) {
        return minutes.stream()
                .mapToObj(count -> Double.isNaN(count) ? 0L : Math.round(count * Spreading.THOUSANDTHS))
                .toList();
    }

    public SlotSums plus(SlotSums other) {
        SortedMap<SeriesId, List<Long>> sum = new TreeMap<>(thousandths);
        other.thousandths.forEach((series, minutes) -> sum.merge(series, minutes, SlotSums::sum));
        return new SlotSums(Documents.SCHEMA, sum);
    }

    /** Takes a part away that was added before. A series of which nothing is left stays, with zeros. */
    public SlotSums minus(SlotSums part) {
        SortedMap<SeriesId, List<Long>> negative = new TreeMap<>(part.thousandths);
        negative.replaceAll(
                (series, minutes) -> minutes.stream().map(count -> -count).toList());
        return plus(new SlotSums(Documents.SCHEMA, negative));
    }

    private static List<Long> sum(List<Long> left, List<Long> right) {
        List<Long> sum = new ArrayList<>(Slot.MINUTES);
        for (int minute = 0; minute < Slot.MINUTES; minute++) {
            sum.add(Spreading.sum(left.get(minute), right.get(minute)));
        }
        return List.copyOf(sum);
    }

    /** Only these series, as they are in one shard. */
    public SlotSums only(Predicate<SeriesId> series) {
        SortedMap<SeriesId, List<Long>> some = new TreeMap<>(thousandths);
        some.keySet().removeIf(series.negate());
        return new SlotSums(Documents.SCHEMA, some);
    }

    /** Five numbers, one per minute; zeros for a series that no part had. */
    public Values minutes(SeriesId series) {
        return Values.of(thousandths.getOrDefault(series, NOTHING).stream()
                .mapToDouble(count -> count / (double) Spreading.THOUSANDTHS)
                .toArray());
    }

    /** The sum of the five minutes. */
    public double total(SeriesId series) {
        long total = thousandths.getOrDefault(series, NOTHING).stream().reduce(0L, Spreading::sum);
        return total / (double) Spreading.THOUSANDTHS;
    }

    private static final List<Long> NOTHING = Collections.nCopies(Slot.MINUTES, 0L);
}
