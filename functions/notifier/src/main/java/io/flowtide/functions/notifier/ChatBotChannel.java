package io.flowtide.functions.notifier;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.scoring.Severity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A call to the person on duty, from a severity on that is worth it. */
@Singleton
class ChatBotChannel implements Channel {

    private static final Logger LOG = Logger.getLogger(ChatBotChannel.class);

    private final Hooks hooks;
    private final Secrets secrets;
    private final String url;
    private final String secret;
    private final Severity least;

    ChatBotChannel(Hooks hooks, Secrets secrets, NotifierConfig config) {
        this.hooks = hooks;
        this.secrets = secrets;
        this.url = config.chatbot().url().orElse("");
        this.secret = config.chatbot().secret().orElse("");
        this.least = config.chatbot().minSeverity();
        if (!isOn()) {
            LOG.info("The ChatBot is off: it needs FLOWTIDE_CHATBOT_URL and FLOWTIDE_CHATBOT_SECRET");
        }
    }

    private boolean isOn() {
        return !url.isEmpty() && !secret.isEmpty();
    }

    @Override
    public String name() {
        return "chatbot";
    }

    @Override
    public boolean wants(AnomalyDetected event) {
        return isOn() && event.severity().atLeast(least);
    }

    @Override
    public String tell(Alert alert, Attempt attempt, Deadline deadline) {
        Call call = Call.of(alert.event());
        return secrets.with(secret, token -> {
            hooks.post("The ChatBot", url, Optional.of(token), alert.key(), call, deadline);
            return call.status();
        });
    }

    /**
     * @param status {@code firing} or {@code resolved}
     * @param description what is said to the person
     * @param priority {@code high}, {@code medium} or {@code low}
     */
    @RegisterForReflection
    record Call(String status, String description, String priority) {

        static Call of(AnomalyDetected event) {
            return new Call(
                    event.state() == State.RECOVERED ? "resolved" : "firing",
                    event.summary(),
                    event.severity().name().toLowerCase(Locale.ROOT));
        }
    }
}
