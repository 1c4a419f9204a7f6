package io.flowtide.core.event;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Slot;
import io.flowtide.core.series.Values;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one object holds of one slot: {@code lake/aggregated/slot=<slot>/…}. The sum of all parts of a slot is the slot.
 *
 * @param schema {@value Documents#SCHEMA}
 * @param object the object that was read
 * @param slot the start of the slot
 * @param uploaded when the object was created, by its notification: of the versions of one object the latest counts; the
 *     epoch where it is not known
 * @param minutes five numbers per series, one per minute of the slot, with at most three decimals
 */
public record PartialCounts(
        int schema, ObjectVersion object, Instant uploaded, Instant slot, SortedMap<SeriesId, Values> minutes)
        implements Document {

    public PartialCounts {
        // Parts that were written before this was kept say nothing.
        uploaded = Objects.requireNonNullElse(uploaded, Instant.EPOCH);
        minutes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(minutes));
        minutes.forEach((series, values) -> {
            if (values.size() != Slot.MINUTES) {
                throw new IllegalArgumentException(
                        "A part has " + Slot.MINUTES + " minutes, but " + series + " has " + values.size());
            }
        });
    }

    public PartialCounts(ObjectVersion object, Instant uploaded, Slot slot, SortedMap<SeriesId, Values> minutes) {
        this(Documents.SCHEMA, object, uploaded, slot.start(), minutes);
    }

    /** As far as it is known, nothing replaces or is replaced by this part. */
    public PartialCounts(ObjectVersion object, Slot slot, SortedMap<SeriesId, Values> minutes) {
        this(object, Instant.EPOCH, slot, minutes);
    }
}
