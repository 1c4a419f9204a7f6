package io.flowtide.core.scoring;

import io.flowtide.core.event.Keys;
import io.flowtide.core.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Anomalous buckets of one series that belong together.
 *
 * @param id names the series and the bucket that was seen first
 * @param total all of it together; where late data has put every bucket right, what it was before
 * @param stretches its anomalous buckets in order; those that are settled are one stretch
 * @param told what people were told of it
 */
public record Incident(String id, Stretch total, List<Stretch> stretches, Told told) {

    public Incident {
        stretches = List.copyOf(stretches);
    }

    static Incident begin(SeriesId series, Stretch first) {
        return new Incident(Keys.incident(series, first.start()), first, List.of(first), Told.NOTHING);
    }

    /** Whether late data has shown every bucket of it to be normal. */
    public boolean withdrawn() {
        return stretches.isEmpty();
    }

    /** Whether any of it that may be told ends after {@code time}. */
    boolean isAudibleAfter(Instant time) {
        return stretches.stream()
                .anyMatch(
                        stretch -> stretch.audible().anything() && stretch.end().isAfter(time));
    }

    /** Whether less than {@code rest} lies between this incident and a later one. */
    boolean reaches(Incident later, Duration rest) {
        return later.total.start().isBefore(total.end().plus(rest));
    }

    /** Both as one, under the name that people know; if they know both, under this one's. */
    Incident join(Incident later) {
        Incident named = later.told.anything() && !told.anything() ? later : this;
        List<Stretch> all = Stream.concat(stretches.stream(), later.stretches.stream())
                .sorted(Comparator.comparing(Stretch::start))
                .toList();
        return new Incident(named.id, total.plus(later.total), all, named.told);
    }

    /** Without the buckets that were judged again; what they are now is said elsewhere. */
    Incident without(Coverage judgedAgain) {
        return new Incident(
                id,
                total,
                stretches.stream()
                        .filter(stretch -> !judgedAgain.holds(stretch.start()))
                        .toList(),
                told);
    }

    /** With the total of the buckets that it has now. */
    Incident summed() {
        Optional<Stretch> sum = stretches.stream().reduce(Stretch::plus);
        return new Incident(id, sum.orElse(total), stretches, told);
    }

    /** Adds up what ends at or before {@code horizon}. */
    Incident settled(Instant horizon) {
        List<Stretch> kept = new ArrayList<>();
        for (Stretch stretch : stretches) {
            boolean settled = !stretch.end().isAfter(horizon);
            if (settled && !kept.isEmpty()) {
                kept.set(0, kept.get(0).plus(stretch));
            } else {
                kept.add(stretch);
            }
        }
        return new Incident(id, total, kept, told);
    }

    Incident told(Told now) {
        return new Incident(id, total, stretches, now);
    }
}
