package io.flowtide.functions.modelinvoke;

import io.flowtide.core.model.Judgements;
import io.flowtide.core.model.SeriesDetector;
import io.flowtide.core.series.SeriesId;
import io.flowtide.core.series.TimeSeries;
import io.flowtide.sagemaker.Backend;
import io.flowtide.sagemaker.Backends;
import io.flowtide.sagemaker.EndpointModels;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Has the series judged that the configuration gives to an endpoint. Made for one window. */
final class Remote {

    /** What DeepAR forecasts from lies this far before the look-back at most: its lags reach over two weeks. */
    private static final Duration CONTEXT = Duration.ofDays(14);

    private final Backends backends;
    private final Optional<EndpointModels> models;
    private final History history;

    /** @param models there when there are backends */
    Remote(Backends backends, Optional<EndpointModels> models, History history) {
        this.backends = backends;
        this.models = models;
        this.history = history;
    }

    /** No endpoints at all. */
    static Remote none() {
        return new Remote(Backends.parse(""), Optional.empty(), (series, from, to) -> {
            throw new IllegalStateException("Only an endpoint asks for this");
        });
    }

    Optional<Backend> backend(SeriesId series) {
        return backends.of(series);
    }

    /**
     * @param key of the embedded model
     * @param embedded judges when the endpoint does not answer
     */
    Judgements judge(Backend backend, ModelKey key, TimeSeries series, Supplier<SeriesDetector> embedded) {
        SeriesDetector detector = models.orElseThrow()
                .detector(
                        backend,
                        key.calendar(),
                        () -> (context, from) ->
                                embedded.get().judge(series, from.isBefore(key.start()) ? key.start() : from));
        return switch (backend.kind()) {
            case RCF, MEAN -> detector.judge(series, series.start());
            case DEEPAR -> judgeWithHistory(detector, key, series);
        };
    }

    private Judgements judgeWithHistory(SeriesDetector detector, ModelKey key, TimeSeries series) {
        TimeSeries before = history.between(key.series(), series.start().minus(CONTEXT), series.start());
        TimeSeries whole = new TimeSeries(
                series.id(), before.start(), series.width(), before.values().concat(series.values()));
        Judgements judged = detector.judge(before.size() == 0 ? series : whole, series.start());
        int size = judged.buckets().size();
        String version = judged.version() + "-h" + key.historyVersion();
        return new Judgements(judged.detector(), version, judged.buckets().subList(size - series.size(), size));
    }
}
