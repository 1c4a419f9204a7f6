package io.flowtide.functions.notifier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks in Slack for what an attempt without an answer may have posted. That needs the scope {@code channels:history},
 * {@code groups:history} in a private channel; without it, what is in doubt is posted again.
 */
final class SlackSearch {

    private static final Logger LOG = Logger.getLogger(SlackSearch.class);
    /** How far Slack's clock may be behind ours. */
    private static final Duration SKEW = Duration.ofMinutes(2);
    /** As many as Slack gives at once. */
    private static final int MOST = 999;

    private final SlackApi slack;
    private final SlackCalls calls;
    private final String channel;

    SlackSearch(SlackApi slack, SlackCalls calls, String channel) {
        this.slack = slack;
        this.calls = calls;
        this.channel = channel;
    }

    /** The id of the message that was posted with the same metadata. */
    Optional<String> message(SlackApi.Message message, Instant since, String bearer) {
        return posted(Optional.ofNullable(message.thread()), since, bearer).stream()
                .filter(posted -> message.metadata().equals(posted.metadata()))
                .map(SlackApi.Posted::ts)
                .findFirst();
    }

    /** The file, when it is in the thread already. */
    Optional<String> file(String id, String thread, Instant since, String bearer) {
        return posted(Optional.of(thread), since, bearer).stream()
                .filter(message -> message.files() != null)
                .flatMap(message -> message.files().stream())
                .map(SlackApi.File::id)
                .filter(id::equals)
                .findFirst();
    }

    private List<SlackApi.Posted> posted(Optional<String> thread, Instant since, String bearer) {
        String oldest =
                String.format(Locale.ROOT, "%d.000000", since.minus(SKEW).getEpochSecond());
        try {
            SlackApi.Answer answer = thread.isPresent()
                    ? calls.answer(
                            "conversations.replies",
                            () -> slack.replies(bearer, channel, thread.get(), oldest, true, MOST))
                    : calls.answer("conversations.history", () -> slack.history(bearer, channel, oldest, true, MOST));
            return answer.messages() == null ? List.of() : answer.messages();
        } catch (SlackException refusal) {
            LOG.warnf("A message may appear twice: %s", refusal.getMessage());
            return List.of();
        }
    }
}
