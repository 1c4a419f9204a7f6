package io.flowtide.core.model;

import java.util.List;
import java.util.Map;

/**
 * What a {@link SeriesDetector} says of a series.
 *
 * @param detector the detector's name; with an endpoint it is {@code kind@endpoint}
 * @param version the version of what it has learned: the same series and version give the same judgements
 * @param buckets one judgement per bucket of the series; of the buckets that are context only it is {@link #NOT_JUDGED}
 */
public record Judgements(String detector, String version, List<Judgement> buckets) {

    /** Of a bucket that was not judged. */
    public static final Judgement NOT_JUDGED =
            new Judgement(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, Map.of());

    public Judgements {
        buckets = List.copyOf(buckets);
    }

    public Judgements withVersion(String other) {
        return new Judgements(detector, other, buckets);
    }
}
