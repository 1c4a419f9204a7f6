package io.flowtide.functions.modelinvoke;

import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.event.ScoredWindow.ModelVersion;
import io.flowtide.core.model.Judgement;
import io.flowtide.core.model.Judgements;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.core.series.Values;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Notes what a detector says of each bucket of a row. */
final class RowScorer {

    private RowScorer() {}

    /**
     * @param series the buckets, look-back included
     * @param judged one judgement per bucket
     */
    static ScoredWindow.Row row(TimeSeries series, Judgements judged) {
        List<Judgement> judgements = judged.buckets();
        double confidence =
                judgements.isEmpty() ? 0 : judgements.get(judgements.size() - 1).confidence();
        return new ScoredWindow.Row(
                series.id(),
                new ModelVersion(judged.detector(), judged.version()),
                confidence,
                series.start(),
                series.values(),
                values(judgements, Judgement::expected),
                values(judgements, Judgement::low),
                values(judgements, Judgement::high),
                values(judgements, Judgement::score),
                attribution(judgements));
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
