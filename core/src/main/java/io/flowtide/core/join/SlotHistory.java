package io.flowtide.core.join;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The closed slots of a stretch of time. A slot without any part is zero for every series, because silence is data,
 * unless it lies in a silence longer than {@code longestSilence}, or before everything: that is a gap, NaN.
 */
public final class SlotHistory {

    private final NavigableMap<Slot, SlotSums> slots;
    private final Duration longestSilence;

    /**
     * @param slots the slots that have parts; the neighbours of the stretch belong to it when its edges have none
     * @param longestSilence a longer silence is a gap
     */
    public SlotHistory(Map<Slot, SlotSums> slots, Duration longestSilence) {
        this.slots = new TreeMap<>(slots);
        this.longestSilence = longestSilence;
    }

    /** Whether nothing can be said of this slot. */
    public boolean isGap(Slot slot) {
        if (slots.containsKey(slot)) {
            return false;
        }
        Slot before = slots.lowerKey(slot);
        if (before == null) {
            return true;
        }
        Slot after = slots.higherKey(slot);
        Slot end = after == null ? slot.next() : after;
        return Duration.between(before.end(), end.start()).compareTo(longestSilence) > 0;
    }

    /**
     * A series at five minutes over {@code [from, to)}.
     *
     * @param first the first slot that the series was ever seen in; before it nothing is known of it
     */
    public TimeSeries series(SeriesId series, Slot first, Slot from, Slot to) {
        return new TimeSeries(
                series,
                from.start(),
                Slot.WIDTH,
                values(first, from, to, slot -> Values.of(sums(slot).total(series)), 1));
    }

    /** A series at one minute over {@code [from, to)}. */
    public Values minutes(SeriesId series, Slot first, Slot from, Slot to) {
        return values(first, from, to, slot -> sums(slot).minutes(series), Slot.MINUTES);
    }

    private SlotSums sums(Slot slot) {
        return slots.getOrDefault(slot, SlotSums.EMPTY);
    }

    private Values values(Slot first, Slot from, Slot to, Function<Slot, Values> known, int perSlot) {
        Values unknown = Values.constant(perSlot, Double.NaN);
        DoubleStream numbers = Stream.iterate(from, slot -> slot.compareTo(to) < 0, Slot::next)
                .map(slot -> slot.compareTo(first) < 0 || isGap(slot) ? unknown : known.apply(slot))
                .flatMapToDouble(Values::stream);
        return Values.of(numbers.toArray());
    }
}
