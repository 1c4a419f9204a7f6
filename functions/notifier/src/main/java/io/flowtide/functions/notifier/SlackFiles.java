package io.flowtide.functions.notifier;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Puts charts into threads. */
final class SlackFiles {

    private static final Logger LOG = Logger.getLogger(SlackFiles.class);
    private static final String UPLOADED = "file";
    private static final String SHARED = "chart";
    /** After so many attempts the message has to do: a chart must not hold back what happens next. */
    private static final int PATIENT_ATTEMPTS = 2;

    private final SlackApi slack;
    private final SlackCalls calls;
    private final SlackSearch search;
    private final String channel;

    SlackFiles(SlackApi slack, SlackCalls calls, SlackSearch search, String channel) {
        this.slack = slack;
        this.calls = calls;
        this.search = search;
        this.channel = channel;
    }

    /**
     * The id of the chart's file in the thread; empty where there is no chart, Slack takes none, or did not take it more
     * than once.
     *
     * @throws ChannelException when it is worth another attempt
     */
    Optional<String> share(Alert alert, String thread, Attempt attempt, String bearer, Deadline deadline) {
        Optional<String> shared = attempt.note(SHARED);
        if (shared.isPresent() || alert.chart().isEmpty()) {
            return shared;
        }
        try {
            Optional<String> earlier = attempt.note(UPLOADED);
            String file = earlier.orElseGet(() -> attempt.note(UPLOADED, upload(alert, bearer, deadline)));
            SlackApi.Completion completion = new SlackApi.Completion(
                    List.of(new SlackApi.File(file, SlackText.title(alert.event()))), channel, thread);
            Supplier<Optional<String>> made = () -> search.file(file, thread, attempt.since(), bearer);
            complete(completion, earlier.isPresent(), made, bearer, deadline);
            return Optional.of(attempt.note(SHARED, file));
        } catch (RefusedTokenException refusal) {
            throw refusal;
        } catch (SlackException refusal) {
            LOG.warnf("The message stays without a chart: %s", refusal.getMessage());
        } catch (ChannelException trouble) {
            if (attempt.earlier() < PATIENT_ATTEMPTS) {
                throw trouble;
            }
            LOG.warnf("The message stays without a chart: %s", trouble.getMessage());
        }
        return Optional.empty();
    }

    /** The id of a file that is not shared yet. */
    private String upload(Alert alert, String bearer, Deadline deadline) {
        byte[] png = alert.chart().orElseThrow().png();
        SlackApi.Answer place = calls.call(
                "files.getUploadURLExternal",
                deadline,
                () -> slack.getUploadUrl(bearer, alert.key() + ".png", png.length, SlackText.alternative(alert)));
        calls.upload(deadline, () -> slack.upload(place.uploadUrl(), png));
        return place.fileId();
    }

    private void complete(
            SlackApi.Completion completion,
            boolean inDoubt,
            Supplier<Optional<String>> made,
            String bearer,
            Deadline deadline) {
        String method = "files.completeUploadExternal";
        calls.once(method, inDoubt, deadline, made, () -> {
            calls.answer(method, () -> slack.completeUpload(bearer, completion));
            return completion.thread();
        });
    }
}
