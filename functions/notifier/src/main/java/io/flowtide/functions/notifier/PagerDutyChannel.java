package io.flowtide.functions.notifier;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.scoring.Severity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event of PagerDuty's <a href="https://developer.pagerduty.com/docs/send-alert-event">Events API v2</a>, which other
 * services understand as well. All states of an incident have one {@code dedup_key}, so that a repeated event changes
 * nothing there.
 */
@Singleton
class PagerDutyChannel implements Channel {

    /** What PagerDuty takes. */
    private static final int LONGEST_SUMMARY = 1024;

    private final Hooks hooks;
    private final Secrets secrets;
    private final String url;
    private final String secret;
    private final Severity least;

    PagerDutyChannel(Hooks hooks, Secrets secrets, NotifierConfig config) {
        this.hooks = hooks;
        this.secrets = secrets;
        this.url = config.pagerduty().url();
        this.secret = config.pagerduty().secret().orElse("");
        this.least = config.pagerduty().minSeverity();
    }

    @Override
    public String name() {
        return "pagerduty";
    }

    @Override
    public boolean wants(AnomalyDetected event) {
        return !secret.isEmpty() && event.severity().atLeast(least);
    }

    @Override
    public String tell(Alert alert, Attempt attempt, Deadline deadline) {
        return secrets.with(secret, routingKey -> {
            Event event = event(routingKey, alert);
            hooks.post("PagerDuty", url, Optional.empty(), alert.key(), event, deadline);
            return event.action();
        });
    }

    private static Event event(String routingKey, Alert alert) {
        AnomalyDetected event = alert.event();
        boolean over = event.state() == State.RECOVERED;
        List<Link> links = alert.link()
                .map(link -> List.of(new Link(link.toString(), "Chart")))
                .orElse(List.of());
        return new Event(routingKey, over ? "resolve" : "trigger", event.incident(), "Flowtide", payload(event), links);
    }

    private static Payload payload(AnomalyDetected event) {
        String summary = event.summary();
        return new Payload(
                summary.length() <= LONGEST_SUMMARY ? summary : summary.substring(0, LONGEST_SUMMARY),
                event.series().name(),
                severity(event.severity()),
                event.start().toString(),
                event.series().metric(),
                event.direction().name(),
                Map.of("period", Facts.period(event), "peak", Facts.size(event)));
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case HIGH -> "critical";
            case MEDIUM -> "error";
            case LOW -> "warning";
        };
    }

    /** The event; the routing key says whose it is. */
    @RegisterForReflection
    record Event(
            @JsonProperty("routing_key") String routingKey,
            @JsonProperty("event_action") String action,
            @JsonProperty("dedup_key") String dedupKey,
            String client,
            Payload payload,
            List<Link> links) {}

    @RegisterForReflection
    record Payload(
            String summary,
            String source,
            String severity,
            String timestamp,
            String component,
            @JsonProperty("class") String kind,
            @JsonProperty("custom_details") Map<String, String> details) {}

    @RegisterForReflection
    record Link(String href, String text) {}
}
