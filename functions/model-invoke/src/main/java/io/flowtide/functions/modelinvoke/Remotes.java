package io.flowtide.functions.modelinvoke;

import io.flowtide.aws.EmbeddedMetrics;
import io.flowtide.sagemaker.Backend;
import io.flowtide.sagemaker.Backends;
import io.flowtide.sagemaker.CallSettings;
import io.flowtide.sagemaker.EndpointException;
import io.flowtide.sagemaker.EndpointModels;
import io.flowtide.sagemaker.Endpoints;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The endpoints of the configuration. Their client is made when there is one, and kept. */
final class Remotes {

    private static final Logger LOG = Logger.getLogger(Remotes.class);
    private static final int CALL = 4;

    private final Backends backends;
    private final Optional<Endpoints> endpoints;
    private final Clock clock = Clock.systemUTC();

    /**
     * @param backends as {@link Backends#parse} reads them
     * @param timeout of an attempt
     */
    Remotes(String backends, Duration timeout) {
        this.backends = Backends.parse(backends);
        CallSettings usual = CallSettings.DEFAULT;
        this.endpoints = backends.isBlank()
                ? Optional.empty()
                : Optional.of(Endpoints.open(new CallSettings(
                        timeout, timeout.multipliedBy(CALL), usual.attempts(), usual.pause(), usual.payload())));
    }

    /** For one window: an endpoint that is silent is not asked again in it. */
    Remote open(History history) {
        return new Remote(backends, endpoints.map(open -> new EndpointModels(open, this::failed)), history);
    }

    private void failed(Backend backend, EndpointException failure) {
        LOG.warnf(failure, "%s is judged by the embedded model in this window", backend.name());
        new EmbeddedMetrics("model-invoke", clock.instant())
                .count("EndpointFailures", 1)
                .property("endpoint", backend.endpoint())
                .print();
    }
}
