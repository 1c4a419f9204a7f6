package io.flowtide.functions.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowtide.aws.Deliveries;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.event.Documents;
import io.flowtide.core.scoring.Severity;
import io.flowtide.standin.AwsTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The channels that are off by default. */
@QuarkusTest
@WithTestResource(AwsTestResource.class)
@WithTestResource(Services.class)
class HookChannelsTest {

    private static final Alert.Chart CHART =
            new Alert.Chart(new byte[] {1}, Optional.of(URI.create("https://lake.example/chart?X-Amz-Expires=1")));

    @Inject
    Hooks hooks;

    @Inject
    Secrets secrets;

    @Inject
    ObjectMapper json;

    @Inject
    Deliveries deliveries;

    @Inject
    TestTime time;

    @BeforeEach
    void startAnew() {
        Services.reset();
        time.reset();
    }

    private NotifierConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withDefaultValue("flowtide.lake-bucket", "lake")
                .withDefaultValue("flowtide.incidents-table", "incidents")
                .withMapping(NotifierConfig.class)
                .build()
                .getConfigMapping(NotifierConfig.class);
    }

    private Channel webhook() {
        Map<String, String> environment = Map.of(
                "FLOWTIDE_WEBHOOK_URL",
                Services.address(Services.WEBHOOK),
                "FLOWTIDE_WEBHOOK_SECRET",
                "flowtide/webhook");
        return new WebhookChannel(hooks, secrets, json, config(environment));
    }

    private Channel pagerDuty() {
        Map<String, String> environment = Map.of(
                "FLOWTIDE_PAGERDUTY_URL",
                Services.address(Services.PAGERDUTY),
                "FLOWTIDE_PAGERDUTY_SECRET",
                "flowtide/pagerduty");
        return new PagerDutyChannel(hooks, secrets, config(environment));
    }

    private JsonNode tell(Channel channel, AnomalyDetected event, String path) throws Exception {
        channel.tell(
                new Alert(event, Optional.of(CHART)),
                new Attempts(deliveries, channel.name()).first(),
                Deadline.in(Courier.PATIENCE, time));
        return json.readTree(Services.received(path).get(0).body());
    }

    @Test
    void theWebhookGetsTheDocumentWithALinkToItsChart() throws Exception {
        JsonNode body = tell(webhook(), Events.opened(), Services.WEBHOOK);

        assertThat(Documents.read(body.toString().getBytes(StandardCharsets.UTF_8), AnomalyDetected.class))
                .isEqualTo(Events.opened());
        assertThat(body.path("chart").asText()).startsWith("https://lake.example/chart");
        assertThat(Services.received(Services.WEBHOOK).get(0).authorization()).isEqualTo("Bearer token-first");
        assertThat(Services.received(Services.WEBHOOK).get(0).idempotencyKey()).isEqualTo(Events.INCIDENT + "-1");
    }

    @Test
    void pagerDutyIsTriggeredAndResolvedUnderTheNameOfTheIncident() throws Exception {
        JsonNode triggered = tell(pagerDuty(), Events.opened(), Services.PAGERDUTY);
        Services.reset();
        JsonNode resolved =
                tell(pagerDuty(), Events.event(State.RECOVERED, Severity.HIGH, Events.SERIES), Services.PAGERDUTY);

        assertThat(triggered.path("event_action").asText()).isEqualTo("trigger");
        assertThat(triggered.path("dedup_key").asText()).isEqualTo(Events.INCIDENT);
        assertThat(triggered.path("routing_key").asText()).isEqualTo("token-first");
        assertThat(triggered.at("/payload/severity").asText()).isEqualTo("critical");
        assertThat(triggered.at("/payload/summary").asText())
                .isEqualTo(Events.opened().summary());
        assertThat(triggered.at("/payload/source").asText()).isEqualTo("requests/all");
        assertThat(triggered.at("/payload/timestamp").asText()).isEqualTo("2026-11-21T08:05:00Z");
        assertThat(triggered.at("/links/0/href").asText()).contains("lake.example");
        assertThat(resolved.path("event_action").asText()).isEqualTo("resolve");
        assertThat(resolved.path("dedup_key").asText()).isEqualTo(Events.INCIDENT);
    }

    @Test
    void eachIsOffUntilItIsConfigured() {
        NotifierConfig nothing = config(Map.of());

        assertThat(new WebhookChannel(hooks, secrets, json, nothing).wants(Events.opened()))
                .isFalse();
        assertThat(new PagerDutyChannel(hooks, secrets, nothing).wants(Events.opened()))
                .isFalse();
        assertThat(webhook().wants(Events.event(State.OPENED, Severity.LOW, Events.SERIES)))
                .isTrue();
        assertThat(pagerDuty().wants(Events.event(State.OPENED, Severity.LOW, Events.SERIES)))
                .isFalse();
    }
}
