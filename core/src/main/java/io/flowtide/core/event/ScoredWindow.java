package io.flowtide.core.event;

import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;

/**
 * A joined window after its model has judged it: {@code lake/scored/…}. The buckets before {@code from} are the context
 * for the cut-off and the chart; only those of {@code [from, to)} are news.
 *
 * @param schema {@value Documents#SCHEMA}
 * @param origin the stream, or a user's upload
 * @param shard the shard's number
 * @param from the start of the first new bucket
 * @param to the end of the last new bucket, exclusive
 * @param width the width of a bucket
 * @param zone the zone of the calendar
 * @param series the scored series
 */
public record ScoredWindow(
        int schema, Origin origin, int shard, Instant from, Instant to, Duration width, ZoneId zone, List<Row> series)
        implements Document {

    public ScoredWindow {
        series = List.copyOf(series);
    }

    /**
     * One scored series; all rows of numbers have one entry per bucket of {@code [start, to)}.
     *
     * @param id the series
     * @param model which model, and which version of it, judged
     * @param confidence how much the model has learned, 0 (nothing yet) to 1
     * @param start the start of the context, at or before {@code from}
     * @param values what was observed
     * @param expected what the model expected, NaN where it did not know yet
     * @param low the lower edge of the expected band
     * @param high the upper edge of the expected band
     * @param scores how unusual each value is; the scale is the detector's own
     * @param attribution per input the signed share of the score: positive where the input was too high
     */
    public record Row(
            SeriesId id,
            ModelVersion model,
            double confidence,
            Instant start,
            Values values,
            Values expected,
            Values low,
            Values high,
            Values scores,
            SortedMap<String, Values> attribution) {}

    /**
     * @param detector the detector's name, as in the configuration: {@code tide}, {@code mean}, {@code rcf}
     * @param version the version of its snapshot
     */
    public record ModelVersion(String detector, String version) {}
}
