package io.flowtide.core.model;

import io.flowtide.core.series.TimeSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Judges a whole series at once: an embedded {@link Detector}, bucket by bucket, or a model at an endpoint. */
@FunctionalInterface
public interface SeriesDetector {

    /**
     * @param series the buckets, gaps as NaN
     * @param from buckets that start before this are context and are not judged
     */
    Judgements judge(TimeSeries series, Instant from);

    /**
     * @param detector has seen everything before {@code from}, and goes on with what is judged
     * @param name its name
     * @param version the version of its snapshot
     */
    static SeriesDetector embedded(Detector detector, String name, String version) {
        return (series, from) -> {
            List<Judgement> judgements = new ArrayList<>(series.size());
            for (int i = 0; i < series.size(); i++) {
                judgements.add(
                        series.time(i).isBefore(from)
                                ? Judgements.NOT_JUDGED
                                : detector.next(series.time(i), series.values().get(i)));
            }
            return new Judgements(name, version, judgements);
        };
    }
}
