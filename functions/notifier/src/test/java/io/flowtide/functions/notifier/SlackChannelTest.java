package io.flowtide.functions.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.scoring.Severity;
import io.flowtide.core.series.SeriesId;
import io.flowtide.standin.AwsTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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

    @Inject
    SlackChannel slack;

    @Inject
    TestTime time;

    @BeforeEach
    void startAnew() {
        Services.reset();
        time.reset();
        // What is known of tokens is forgotten by then.
        time.advance(Duration.ofHours(1));
    }

    private String tell(AnomalyDetected event) {
        return slack.tell(new Alert(event, Optional.of(CHART)), Deadline.in(Notifier.PATIENCE, time));
    }

    private static void refuse(String path, String error) {
        Services.next(path, 200, "{\"ok\": false, \"error\": \"%s\", \"needed\": \"files:write\"}".formatted(error));
    }

    @Test
    void theThreeCallsOfAnUploadFollowEachOther() {
        assertThat(tell(Events.opened())).isEqualTo("file F01");

        assertThat(Services.paths()).containsExactly(Services.UPLOAD_URL, Services.UPLOAD, Services.COMPLETE);
        assertThat(Services.received(Services.UPLOAD).get(0).body()).isEqualTo(CHART);
        assertThat(Services.received(Services.UPLOAD_URL).get(0).authorization())
                .isEqualTo("Bearer xoxb-first");
    }

    @Test
    void namesFromOutsideAreNoMarkup() {
        tell(Events.event(State.OPENED, Severity.LOW, new SeriesId("requests/service=<!channel>&co")));

        assertThat(Services.received(Services.COMPLETE).get(0).text())
                .contains("*HIGH spike in requests/service=&lt;!channel&gt;&amp;co since")
                .doesNotContain("<!channel>&co since");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing_scope", "file_uploads_disabled", "storage_limit_reached"})
    void withoutTheRightToUploadTheMessageGoesOutAlone(String error) {
        refuse(Services.UPLOAD_URL, error);

        assertThat(tell(Events.opened())).isEqualTo("message 1503435956.000247");
        assertThat(Services.received(Services.POST).get(0).text())
                .contains("\"channel\":\"C0123456789\"", ":rotating_light: *HIGH spike in requests/all since 09:05");
    }

    @Test
    void aFileThatSlackDoesNotShareIsNoReasonToBeSilent() {
        refuse(Services.COMPLETE, "file_not_found");

        assertThat(tell(Events.opened())).startsWith("message");
    }

    @Test
    void anUploadThatDoesNotGetThroughIsNoReasonToBeSilent() {
        Services.next(Services.UPLOAD, Retries.ATTEMPTS, 500);

        assertThat(tell(Events.opened())).startsWith("message");
    }

    @Test
    void aSharedFileIsNotFollowedByAMessageWhenNobodyKnowsWhetherItWasShared() {
        Services.next(Services.COMPLETE, Retries.ATTEMPTS, 500);

        assertThatThrownBy(() -> tell(Events.opened())).isInstanceOf(ChannelException.class);
        assertThat(Services.received(Services.POST)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "channel_not_found, FLOWTIDE_SLACK_CHANNEL",
        "not_in_channel, /invite",
        "is_archived, is archived",
        "invalid_auth, flowtide/slack",
        "token_expired, flowtide/slack",
        "account_inactive, flowtide/slack",
    })
    void whatAPersonMustDoIsSaid(String error, String advice) {
        refuse(Services.COMPLETE, error);
        refuse(Services.COMPLETE, error);

        assertThatThrownBy(() -> tell(Events.opened()))
                .isInstanceOf(ChannelException.class)
                .hasMessageContainingAll(error, advice)
                .hasMessageNotContaining("xoxb-first");
        assertThat(Services.received(Services.POST)).isEmpty();
    }

    @Test
    void slacksOwnTroubleIsWaitedOut() {
        refuse(Services.COMPLETE, "internal_error");

        assertThat(tell(Events.opened())).isEqualTo("file F01");
        assertThat(time.pauses()).hasSize(1);
    }

    @Test
    void aReplacedTokenIsReadAgain() {
        tell(Events.opened());
        Services.reset();
        refuse(Services.UPLOAD_URL, "token_revoked");
        Services.next(Services.SECRETS, 200, "{\"SecretString\": \"{\\\"token\\\": \\\"xoxb-second\\\"}\"}");

        assertThat(tell(Events.opened())).isEqualTo("file F01");
        assertThat(Services.received(Services.UPLOAD_URL).get(1).authorization())
                .isEqualTo("Bearer xoxb-second");
    }

    @Test
    void aTokenIsReadOnceInAWhile() {
        tell(Events.opened());
        tell(Events.opened());
        assertThat(Services.received(Services.SECRETS)).hasSize(1);

        time.advance(Duration.ofMinutes(6));
        tell(Events.opened());
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
