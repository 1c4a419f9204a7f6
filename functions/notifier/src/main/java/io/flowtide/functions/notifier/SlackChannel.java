package io.flowtide.functions.notifier;

import io.flowtide.core.event.AnomalyDetected;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** A message with the chart in a Slack channel; without the chart when no file can be had. */
@Singleton
class SlackChannel implements Channel {

    private static final Logger LOG = Logger.getLogger(SlackChannel.class);

    private final SlackApi slack;
    private final Retries retries;
    private final Secrets secrets;
    private final String channel;
    private final String secret;
    private final SlackErrors errors;

    SlackChannel(@RestClient SlackApi slack, Retries retries, Secrets secrets, NotifierConfig config) {
        this.slack = slack;
        this.retries = retries;
        this.secrets = secrets;
        this.channel = config.slack().channel().orElse("");
        this.secret = config.slack().secret().orElse("");
        this.errors = new SlackErrors(channel, secret);
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
    public String tell(Alert alert, Deadline deadline) {
        return secrets.with(secret, token -> tell(alert, "Bearer " + token, deadline));
    }

    private String tell(Alert alert, String bearer, Deadline deadline) {
        try {
            // Half of the time, so that some is left for the message alone.
            Optional<String> file = upload(alert, bearer, deadline.share(2, deadline.remaining()));
            if (file.isPresent()) {
                complete(alert, file.get(), bearer, deadline);
                return "file " + file.get();
            }
        } catch (SlackException refusal) {
            if (!refusal.isAboutTheFile()) {
                throw refusal;
            }
            LOG.warnf("No chart in Slack, but the message alone: %s", refusal.getMessage());
        }
        return "message " + post(alert, bearer, deadline);
    }

    /** The id of a file that holds the chart and is not shared yet; empty when there is no chart, or Slack takes none. */
    private Optional<String> upload(Alert alert, String bearer, Deadline deadline) {
        if (alert.chart().isEmpty()) {
            return Optional.empty();
        }
        byte[] png = alert.chart().get();
        try {
            SlackApi.Answer place = call(
                    "files.getUploadURLExternal",
                    deadline,
                    () -> slack.getUploadUrl(bearer, alert.event().incident() + ".png", png.length));
            retries.call("Slack's upload", deadline, () -> slack.upload(place.uploadUrl(), png));
            return Optional.of(place.fileId());
        } catch (RefusedTokenException | SlackException refusal) {
            throw refusal;
        } catch (ChannelException trouble) {
            LOG.warnf("No chart in Slack, but the message alone: %s", trouble.getMessage());
            return Optional.empty();
        }
    }

    private void complete(Alert alert, String file, String bearer, Deadline deadline) {
        SlackApi.Completion completion = new SlackApi.Completion(
                List.of(new SlackApi.File(file, SlackText.title(alert.event()))),
                channel,
                SlackText.message(alert.event()));
        call("files.completeUploadExternal", deadline, () -> slack.completeUpload(bearer, completion));
    }

    private String post(Alert alert, String bearer, Deadline deadline) {
        SlackApi.Message message = new SlackApi.Message(channel, SlackText.message(alert.event()));
        return call("chat.postMessage", deadline, () -> slack.postMessage(bearer, message))
                .ts();
    }

    private SlackApi.Answer call(String method, Deadline deadline, Supplier<SlackApi.Answer> request) {
        return retries.call("Slack's " + method, deadline, () -> errors.check(method, request.get()));
    }
}
