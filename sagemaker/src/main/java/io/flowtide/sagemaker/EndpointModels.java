package io.flowtide.sagemaker;

import io.flowtide.core.calendar.SeriesCalendar;
import io.flowtide.core.model.Forecaster;
import io.flowtide.core.model.Judgements;
import io.flowtide.core.model.SeriesDetector;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The models at endpoints, each with an embedded one that takes its place while it does not answer. An endpoint that
 * failed once is not asked again by the same object, so that many series do not wait for it one after another: make one
 * per window or per run.
 */
public final class EndpointModels {

    private final Endpoints endpoints;
    private final BiConsumer<Backend, EndpointException> failures;
    private final Set<String> silent = new HashSet<>();

    /** @param failures hears of each call that failed */
    public EndpointModels(Endpoints endpoints, BiConsumer<Backend, EndpointException> failures) {
        this.endpoints = endpoints;
        this.failures = failures;
    }

    /**
     * @param calendar tells weekends and holidays
     * @param embedded judges when the endpoint does not answer; the version of its judgements then says so
     */
    public SeriesDetector detector(Backend backend, SeriesCalendar calendar, Supplier<SeriesDetector> embedded) {
        SeriesDetector remote =
                switch (backend.kind()) {
                    case RCF -> new RcfEndpoint(endpoints, backend);
                    case MEAN -> new MeanEndpoint(endpoints, backend);
                    case DEEPAR -> new DeepArEndpoint(endpoints, backend, calendar);
                };
        return (series, from) -> asked(backend, () -> remote.judge(series, from), () -> {
            Judgements judgements = embedded.get().judge(series, from);
            return judgements.withVersion(judgements.version() + "-instead-of-" + backend.name());
        });
    }

    /**
     * @param embedded forecasts when the endpoint does not answer
     * @throws IllegalArgumentException when this kind of model does not forecast
     */
    public Forecaster forecaster(Backend backend, Forecaster embedded) {
        Forecaster remote =
                switch (backend.kind()) {
                    case RCF -> throw new IllegalArgumentException(backend.name() + " detects and does not forecast");
                    case MEAN -> new MeanEndpoint(endpoints, backend);
                    case DEEPAR -> new DeepArEndpoint(endpoints, backend, SeriesCalendar.of(ZoneOffset.UTC));
                };
        return (history, calendar) -> new Outlook(
                backend.name(),
                steps -> asked(
                        backend,
                        () -> remote.forecast(history, calendar, steps),
                        () -> embedded.forecast(history, calendar, steps)));
    }

    private <T> T asked(Backend backend, Supplier<T> remote, Supplier<T> embedded) {
        if (!silent.contains(backend.endpoint())) {
            try {
                return remote.get();
            } catch (EndpointException failure) {
                silent.add(backend.endpoint());
                failures.accept(backend, failure);
            }
        }
        return embedded.get();
    }
}
