package io.flowtide.functions.cutoffscorer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a test {@link SnsServer}, and the function its address. */
public final class SnsTestResource implements QuarkusTestResourceLifecycleManager {

    static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:flowtide-dev-anomaly-detected";

    private SnsServer server;

    @Override
    public Map<String, String> start() {
        server = SnsServer.start();
        return Map.of("quarkus.sns.endpoint-override", server.endpoint(), "flowtide.anomaly-topic", TOPIC);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, field -> field.getType().equals(SnsServer.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
