package io.flowtide.functions.notifier;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.scoring.Severity;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** A call to the person on duty, from a severity on that is worth it. */
@Singleton
class ChatBotChannel implements Channel {

    private static final Logger LOG = Logger.getLogger(ChatBotChannel.class);

    private final ChatBotApi chatBot;
    private final Retries retries;
    private final Secrets secrets;
    private final String url;
    private final String secret;
    private final Severity least;

    ChatBotChannel(@RestClient ChatBotApi chatBot, Retries retries, Secrets secrets, NotifierConfig config) {
        this.chatBot = chatBot;
        this.retries = retries;
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
    public String tell(Alert alert, Deadline deadline) {
        AnomalyDetected event = alert.event();
        ChatBotApi.Call call = call(event);
        String key = event.incident() + "-" + event.revision();
        return secrets.with(secret, token -> {
            retries.call("The ChatBot", deadline, () -> chatBot.alert(url, "Bearer " + token, key, call));
            return call.status();
        });
    }

    private static ChatBotApi.Call call(AnomalyDetected event) {
        String status = event.state() == State.RECOVERED ? "resolved" : "firing";
        return new ChatBotApi.Call(
                status, event.summary(), event.severity().name().toLowerCase(Locale.ROOT));
    }
}
