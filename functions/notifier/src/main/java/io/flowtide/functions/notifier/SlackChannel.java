package io.flowtide.functions.notifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * A message in a Slack channel when an incident opens; its chart, and all that follows, in the thread of that message.
 * The text goes first, so that a phone shows it at once; it says all, so that the chart may be missing.
 */
@Singleton
class SlackChannel implements Channel {

    private static final Logger LOG = Logger.getLogger(SlackChannel.class);
    private static final String MESSAGE = "message";

    private final SlackApi slack;
    private final SlackCalls calls;
    private final SlackSearch search;
    private final SlackFiles files;
    private final Secrets secrets;
    private final String channel;
    private final String secret;

    SlackChannel(
            @RestClient SlackApi slack, Retries retries, Secrets secrets, ObjectMapper json, NotifierConfig config) {
        this.slack = slack;
        this.secrets = secrets;
        this.channel = config.slack().channel().orElse("");
        this.secret = config.slack().secret().orElse("");
        this.calls = new SlackCalls(retries, new SlackErrors(channel, secret), json);
        this.search = new SlackSearch(slack, calls, channel);
        this.files = new SlackFiles(slack, calls, search, channel);
        if (!isOn()) {
            LOG.info("Slack is off: it needs FLOWTIDE_SLACK_CHANNEL and FLOWTIDE_SLACK_SECRET");
        }
    }

    private boolean isOn() {
        return !channel.isEmpty() && !secret.isEmpty();
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public boolean wants(AnomalyDetected event) {
        return isOn();
    }

    @Override
    public String tell(Alert alert, Attempt attempt, Deadline deadline) {
        return secrets.with(secret, token -> tell(alert, attempt, "Bearer " + token, deadline));
    }

    private String tell(Alert alert, Attempt attempt, String bearer, Deadline deadline) {
        Optional<String> known = attempt.thread();
        String message = attempt.note(MESSAGE)
                .orElseGet(() -> attempt.note(MESSAGE, post(alert, known, attempt, bearer, deadline)));
        String thread = known.orElse(message);
        if (known.isEmpty()) {
            attempt.rememberThread(thread);
        }
        Optional<String> file = files.share(alert, thread, attempt, bearer, deadline);
        return "message " + message + file.map(id -> ", file " + id).orElse("");
    }

    @Override
    public boolean takesDigests() {
        return isOn();
    }

    @Override
    public String tell(Digest digest, Attempt attempt, Deadline deadline) {
        return secrets.with(secret, token -> {
            SlackApi.Message message = new SlackApi.Message(
                    channel, SlackText.digest(digest), null, false, SlackApi.Metadata.of(digest.key()), false);
            return "message " + post(message, attempt, "Bearer " + token, deadline);
        });
    }

    private String post(Alert alert, Optional<String> thread, Attempt attempt, String bearer, Deadline deadline) {
        SlackApi.Message message = new SlackApi.Message(
                channel,
                SlackText.message(alert),
                thread.orElse(null),
                thread.isPresent() && alert.event().state() == State.WORSENED,
                SlackApi.Metadata.of(alert.key()),
                false);
        return post(message, attempt, bearer, deadline);
    }

    private String post(SlackApi.Message message, Attempt attempt, String bearer, Deadline deadline) {
        return calls.once(
                "chat.postMessage",
                attempt.earlier() > 0,
                deadline,
                () -> search.message(message, attempt.since(), bearer),
                () -> calls.answer("chat.postMessage", () -> slack.postMessage(bearer, message))
                        .ts());
    }
}
