package io.flowtide.core.csv;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How a CSV is read.
 *
 * @param zone the zone of times that are written without one
 * @param series which series to take of a file that has a column {@code series}; not needed when there is only one
 */
public record CsvOptions(ZoneId zone, Optional<String> series) {

    /** Times without an offset are in UTC. */
    public static CsvOptions utc() {
        return in(ZoneOffset.UTC);
    }

    public static CsvOptions in(ZoneId zone) {
        return new CsvOptions(zone, Optional.empty());
    }

    public CsvOptions withSeries(String name) {
        return new CsvOptions(zone, Optional.of(name));
    }
}
