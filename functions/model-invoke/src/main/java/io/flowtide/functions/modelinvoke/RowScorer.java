package io.flowtide.functions.modelinvoke;

import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.event.ScoredWindow.ModelVersion;
import io.flowtide.core.model.Detector;
import io.flowtide.core.model.Judgement;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Shows the buckets of a row to a detector, in order, and notes what it says of each. */
final class RowScorer {

    private static final Judgement NOT_JUDGED =
            new Judgement(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, new TreeMap<>());

    private RowScorer() {}

    /**
     * @param series the buckets, look-back included
     * @param seen the detector has seen everything before this; older buckets are context without a judgement (NaN)
     * @param detector goes on with the first bucket at or after {@code seen}
     */
    static ScoredWindow.Row score(TimeSeries series, Instant seen, Detector detector, ModelVersion version) {
        List<Judgement> judgements = IntStream.range(0, series.size())
                .mapToObj(index -> judgement(series, index, seen, detector))
                .toList();
        double confidence =
                judgements.isEmpty() ? 0 : judgements.get(judgements.size() - 1).confidence();
        return new ScoredWindow.Row(
                series.id(),
                version,
                confidence,
                series.start(),
                series.values(),
                values(judgements, Judgement::expected),
                values(judgements, Judgement::low),
                values(judgements, Judgement::high),
                values(judgements, Judgement::score),
                attribution(judgements));
    }

    private static Judgement judgement(TimeSeries series, int index, Instant seen, Detector detector) {
        Instant bucket = series.time(index);
        return bucket.isBefore(seen)
                ? NOT_JUDGED
                : detector.next(bucket, series.values().get(index));
    }

    private static Values values(List<Judgement> judgements, ToDoubleFunction<Judgement> part) {
        return Values.of(judgements.stream().mapToDouble(part).toArray());
    }

    private static SortedMap<String, Values> attribution(List<Judgement> judgements) {
        SortedSet<String> inputs = new TreeSet<>();
        judgements.forEach(judgement -> inputs.addAll(judgement.attribution().keySet()));
        SortedMap<String, Values> attribution = new TreeMap<>();
        inputs.forEach(input -> attribution.put(
                input, values(judgements, judgement -> judgement.attribution().getOrDefault(input, 0.0))));
        return attribution;
    }
}
