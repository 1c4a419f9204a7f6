package io.flowtide.functions.notifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.Documents;
import io.flowtide.core.scoring.Severity;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The document itself, with a link to the chart, for any service that takes JSON. */
@Singleton
class WebhookChannel implements Channel {

    private final Hooks hooks;
    private final Secrets secrets;
    private final ObjectMapper json;
    private final String url;
    private final Optional<String> secret;
    private final Severity least;

    WebhookChannel(Hooks hooks, Secrets secrets, ObjectMapper json, NotifierConfig config) {
        this.hooks = hooks;
        this.secrets = secrets;
        this.json = json;
        this.url = config.webhook().url().orElse("");
        this.secret = config.webhook().secret();
        this.least = config.webhook().minSeverity();
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public boolean wants(AnomalyDetected event) {
        return !url.isEmpty() && event.severity().atLeast(least);
    }

    @Override
    public String tell(Alert alert, Attempt attempt, Deadline deadline) {
        ObjectNode body = body(alert);
        return secret.map(name -> secrets.with(name, token -> post(alert, Optional.of(token), body, deadline)))
                .orElseGet(() -> post(alert, Optional.empty(), body, deadline));
    }

    private String post(Alert alert, Optional<String> token, ObjectNode body, Deadline deadline) {
        hooks.post("The webhook", url, token, alert.key(), body, deadline);
        return "posted";
    }

    private ObjectNode body(Alert alert) {
        try {
            ObjectNode body = (ObjectNode) json.readTree(Documents.write(alert.event()));
            alert.link().ifPresent(link -> body.put("chart", link.toString()));
            return body.put("key", alert.key());
        } catch (IOException impossible) {
            throw new UncheckedIOException("A document is JSON", impossible);
        }
    }
}
