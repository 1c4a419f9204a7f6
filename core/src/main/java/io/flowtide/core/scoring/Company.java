package io.flowtide.core.scoring;

import io.flowtide.core.series.SeriesId;
import java.util.List;

/**
 * What moves with a series.
 *
 * @param carriers which parts of a total carry its anomalies, one of each dimension at most, the greatest share first
 * @param parts the series that move the same way at the same time, and are not told on their own
 */
public record Company(List<Carrier> carriers, List<SeriesId> parts) {

    public static final Company NONE = new Company(List.of(), List.of());

    public Company {
        carriers = List.copyOf(carriers);
        parts = List.copyOf(parts);
    }
}
