package io.flowtide.functions.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.aws.Deliveries;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.scoring.Severity;
import io.flowtide.core.series.SeriesId;
import io.flowtide.standin.AwsTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AwsTestResource.class)
@WithTestResource(Services.class)
class SlackChannelTest {

    private static final byte[] CHART = {1, 2, 3};
    private static final String TS = "1503435956.000247";
    private static final String HALF = "{\"ok\": true, \"ts\": \"1503";

    @Inject
    SlackChannel slack;

    @Inject
    Deliveries deliveries;

    @Inject
    TestTime time;

    private Attempts attempts;

    @BeforeEach
    void startAnew() {
        Services.reset();
        time.reset();
        // What is known of tokens is forgotten by then.
        time.advance(Duration.ofHours(1));
        attempts = new Attempts(deliveries, "slack");
    }

    private String tell(AnomalyDetected event) {
        return tell(event, attempts.next(event.revision()));
    }

    private String tell(AnomalyDetected event, Attempt attempt) {
        Alert.Chart chart = new Alert.Chart(CHART, Optional.of(URI.create("https://lake.example/chart.png?a=1&b=2")));
        return slack.tell(new Alert(event, Optional.of(chart)), attempt, Deadline.in(Courier.PATIENCE, time));
    }

    private static void refuse(String path, String error) {
        Services.next(path, 200, "{\"ok\": false, \"error\": \"%s\", \"needed\": \"files:write\"}".formatted(error));
    }

    private static void found(String path, String message) {
        Services.next(path, 200, "{\"ok\": true, \"messages\": [{\"ts\": \"9.9\"}, %s]}".formatted(message));
    }

    private static String posted(String key) {
        return "{\"ts\": \"7.7\", \"metadata\": {\"event_type\": \"flowtide_incident\", \"event_payload\": {\"key\": \"%s\"}}}"
                .formatted(key);
    }

    @Test
    void theFactsComeFirstAndTheChartIntoTheirThread() {
        assertThat(tell(Events.opened())).isEqualTo("message " + TS + ", file F01");

        assertThat(Services.paths())
                .containsExactly(Services.POST, Services.UPLOAD_URL, Services.UPLOAD, Services.COMPLETE);
        Services.Received message = Services.received(Services.POST).get(0);
        assertThat(message.authorization()).isEqualTo("Bearer xoxb-first");
        assertThat(message.text())
                .contains("\"channel\":\"C0123456789\"", ":rotating_light: *HIGH spike in requests/all since 09:05")
                .contains("<https://lake.example/chart.png?a=1&amp;b=2|Chart>")
                .contains("\"event_payload\":{\"key\":\"" + Events.INCIDENT + "-1\"}")
                .doesNotContain("thread_ts");
        assertThat(Services.received(Services.UPLOAD_URL).get(0).text()).contains("alt_txt=Chart+of+requests");
        assertThat(Services.received(Services.UPLOAD).get(0).body()).isEqualTo(CHART);
        assertThat(Services.received(Services.COMPLETE).get(0).text())
                .contains("\"channel_id\":\"C0123456789\"", "\"thread_ts\":\"" + TS + "\"");
    }

    @Test
    void whatFollowsStaysInTheThread() {
        tell(Events.opened());
        Services.reset();
        Services.next(Services.POST, 200, "{\"ok\": true, \"ts\": \"2.2\"}");
        Services.next(Services.POST, 200, "{\"ok\": true, \"ts\": \"3.3\"}");

        tell(Events.event(State.WORSENED, Severity.HIGH, Events.SERIES));
        tell(Events.event(State.RECOVERED, Severity.HIGH, Events.SERIES));

        assertThat(Services.received(Services.POST).get(0).text())
                .contains("\"thread_ts\":\"" + TS + "\"", "\"reply_broadcast\":true");
        assertThat(Services.received(Services.POST).get(1).text())
                .contains("\"thread_ts\":\"" + TS + "\"", "\"reply_broadcast\":false", ":white_check_mark:");
        assertThat(Services.received(Services.COMPLETE))
                .allSatisfy(shared -> assertThat(shared.text()).contains("\"thread_ts\":\"" + TS + "\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            textBlock =
                    """
                    <!channel>&co            ¦ &lt;!channel&gt;&amp;co
                    <https://evil|click>     ¦ &lt;https://evil|click&gt;
                    *bold*                   ¦ ∗bold∗
                    a_b _c_                  ¦ a_b ＿c＿
                    `code` ~gone~            ¦ ˋcodeˋ ∼gone∼
                    :skull:                  ¦ ∶skull:
                    """)
    void namesFromOutsideAreNoMarkup(String name, String shown) {
        tell(Events.event(State.OPENED, Severity.LOW, new SeriesId("requests/service=" + name)));

        assertThat(Services.received(Services.POST).get(0).text())
                .contains("HIGH spike in requests/service=" + shown + " since 09:05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing_scope", "file_uploads_disabled", "storage_limit_reached"})
    void withoutTheRightToUploadTheMessageHasToDo(String error) {
        refuse(Services.UPLOAD_URL, error);

        assertThat(tell(Events.opened())).isEqualTo("message " + TS);
    }

    @Test
    void aChartThatDoesNotGetThroughIsTriedAgainButNotForEver() {
        Services.next(Services.UPLOAD, 3 * Retries.ATTEMPTS, 500);

        assertThatThrownBy(() -> tell(Events.opened())).isInstanceOf(ChannelException.class);
        assertThatThrownBy(() -> tell(Events.opened())).isInstanceOf(ChannelException.class);
        assertThat(tell(Events.opened())).isEqualTo("message " + TS);
        assertThat(Services.received(Services.POST)).hasSize(1);
    }

    @Test
    void whoDiedBehindTheMessageIsFollowedByTheChart() {
        Services.next(Services.UPLOAD, Retries.ATTEMPTS, 500);
        assertThatThrownBy(() -> tell(Events.opened())).isInstanceOf(ChannelException.class);
        Services.reset();

        assertThat(tell(Events.opened())).isEqualTo("message " + TS + ", file F01");
        assertThat(Services.paths()).containsExactly(Services.UPLOAD_URL, Services.UPLOAD, Services.COMPLETE);
    }

    @Test
    void aMessageWithoutAnAnswerIsLookedForBeforeItIsPostedAgain() {
        Services.next(Services.POST, 200, HALF);
        found(Services.HISTORY, posted(Events.INCIDENT + "-1"));

        assertThat(tell(Events.opened())).startsWith("message 7.7");
        assertThat(Services.received(Services.POST)).hasSize(1);
        assertThat(Services.received(Services.HISTORY).get(0).text())
                .contains("channel=C0123456789", "include_all_metadata=true", "oldest=");
    }

    @Test
    void aMessageThatDidNotGetThroughIsPostedAgain() {
        Services.next(Services.POST, 500, "");
        found(Services.HISTORY, posted("another incident-1"));

        assertThat(tell(Events.opened())).startsWith("message " + TS);
        assertThat(Services.received(Services.POST)).hasSize(2);
    }

    @Test
    void whoDiedBeforeTheAnswerIsFollowedByALook() {
        attempts.next(1);
        found(Services.HISTORY, posted(Events.INCIDENT + "-1"));

        assertThat(tell(Events.opened())).startsWith("message 7.7");
        assertThat(Services.received(Services.POST)).isEmpty();
    }

    @Test
    void aReplyIsLookedForInItsThread() {
        tell(Events.opened());
        Services.reset();
        Services.next(Services.POST, 500, "");
        found(Services.REPLIES, posted(Events.INCIDENT + "-3"));

        assertThat(tell(Events.event(State.RECOVERED, Severity.HIGH, Events.SERIES)))
                .startsWith("message 7.7");
        assertThat(Services.received(Services.REPLIES).get(0).text()).contains("ts=" + TS);
    }

    @Test
    void aSharedFileWithoutAnAnswerIsNotSharedAgain() {
        Services.next(Services.COMPLETE, 200, "");
        found(Services.REPLIES, "{\"ts\": \"8.8\", \"files\": [{\"id\": \"F01\", \"title\": \"a\"}]}");

        assertThat(tell(Events.opened())).endsWith("file F01");
        assertThat(Services.received(Services.COMPLETE)).hasSize(1);
    }

    @Test
    void whoMayNotLookPostsAgain() {
        Services.next(Services.POST, 500, "");
        refuse(Services.HISTORY, "missing_scope");

        assertThat(tell(Events.opened())).startsWith("message " + TS);
        assertThat(Services.received(Services.POST)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "channel_not_found, FLOWTIDE_SLACK_CHANNEL",
        "not_in_channel, /invite",
        "is_archived, is archived",
        "missing_scope, scope files:write",
        "invalid_auth, flowtide/slack",
        "token_expired, flowtide/slack",
        "account_inactive, flowtide/slack",
    })
    void whatAPersonMustDoIsSaid(String error, String advice) {
        refuse(Services.POST, error);
        refuse(Services.POST, error);

        assertThatThrownBy(() -> tell(Events.opened()))
                .isInstanceOf(ChannelException.class)
                .hasMessageContainingAll(error, advice)
                .hasMessageNotContaining("xoxb-first");
        assertThat(Services.paths()).containsExactly(Services.POST);
    }

    @Test
    void slacksOwnTroubleIsWaitedOut() {
        refuse(Services.COMPLETE, "internal_error");

        assertThat(tell(Events.opened())).endsWith("file F01");
        assertThat(time.pauses()).hasSize(1);
    }

    @Test
    void aReplacedTokenIsReadAgain() {
        tell(Events.opened());
        Services.reset();
        refuse(Services.POST, "token_revoked");
        Services.next(Services.SECRETS, 200, "{\"SecretString\": \"{\\\"token\\\": \\\"xoxb-second\\\"}\"}");

        assertThat(tell(Events.event(State.WORSENED, Severity.HIGH, Events.SERIES)))
                .endsWith("file F01");
        assertThat(Services.received(Services.POST).get(1).authorization()).isEqualTo("Bearer xoxb-second");
    }

    @Test
    void aTokenIsReadOnceInAWhile() {
        tell(Events.opened());
        tell(Events.event(State.WORSENED, Severity.HIGH, Events.SERIES));
        assertThat(Services.received(Services.SECRETS)).hasSize(1);

        time.advance(Duration.ofMinutes(6));
        tell(Events.event(State.RECOVERED, Severity.HIGH, Events.SERIES));
        assertThat(Services.received(Services.SECRETS)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400 | {"__type": "ResourceNotFoundException", "message": "none"} | can't be read
                    200 | {"SecretString": "  "}                                     | holds no token
                    200 | {"SecretString": "{xoxb-hidden"}                           | begins like JSON, but is none
                    200 | {"SecretString": "{\\"slack\\": \\"xoxb-hidden\\"}"}       | a field "token"
                    """)
    void aSecretWithoutATokenIsSaidToBe(int status, String answer, String problem) {
        Services.next(Services.SECRETS, status, answer);

        assertThatThrownBy(() -> tell(Events.opened()))
                .isInstanceOf(ChannelException.class)
                .hasMessageContainingAll("The secret flowtide/slack", problem)
                .hasMessageNotContaining("hidden");
    }
}
