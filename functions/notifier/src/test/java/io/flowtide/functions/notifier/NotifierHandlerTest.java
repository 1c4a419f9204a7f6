package io.flowtide.functions.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.Deliveries;
import io.flowtide.aws.Deliveries.Claim;
import io.flowtide.aws.Deliveries.Delivery;
import io.flowtide.aws.IncidentStates;
import io.flowtide.aws.ObjectStore;
import io.flowtide.aws.Unheard;
import io.flowtide.core.event.AnomalyDetected;
import io.flowtide.core.event.AnomalyDetected.State;
import io.flowtide.core.event.Documents;
import io.flowtide.core.event.Keys;
import io.flowtide.core.event.ScoredWindow;
import io.flowtide.core.scoring.Severity;
import io.flowtide.standin.AwsTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.parsing.Parser;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AwsTestResource.class)
@WithTestResource(Services.class)
class NotifierHandlerTest {

    private static final String OPENED = "notifier-anomaly-detected.json";
    private static final byte[] PNG_MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final String[] SLACK_CALLS = {Services.POST, Services.UPLOAD_URL, Services.UPLOAD, Services.COMPLETE
    };

    @Inject
    ObjectStore objects;

    @Inject
    Deliveries deliveries;

    @Inject
    IncidentStates states;

    @Inject
    Unheard unheard;

    @Inject
    TestTime time;

    private final String incident = Events.anyIncident();

    @BeforeEach
    void startAnew() {
        Services.reset();
        time.reset();
        RestAssured.defaultParser = Parser.JSON;
        objects.put(AwsTestResource.LAKE, Events.SCORED.key(), Events.scoredWindow());
    }

    private static ValidatableResponse invoke(String event) {
        return given().contentType("application/json")
                .accept("application/json")
                .body(event)
                .when()
                .post()
                .then();
    }

    private static String failure(String event) {
        return invoke(event).statusCode(500).extract().path("errorMessage");
    }

    private Claim claim(String channel) {
        return deliveries.claim(new Delivery(incident, 1, channel));
    }

    @Test
    void theChartGoesToSlackAndAPersonIsCalled() {
        invoke(Events.file(OPENED, incident)).statusCode(204);

        assertThat(Services.paths())
                .startsWith(Services.CHATBOT)
                .containsSubsequence(SLACK_CALLS)
                .hasSize(5);
        Services.Received upload = Services.received(Services.UPLOAD).get(0);
        assertThat(upload.body()).startsWith(PNG_MAGIC);
        assertThat(upload.authorization()).isNull();
        assertThat(Services.received(Services.UPLOAD_URL).get(0).text())
                .contains("filename=" + incident + "-1.png", "length=" + upload.body().length);
        assertThat(Services.received(Services.COMPLETE).get(0).text())
                .contains("\"id\":\"F01\"", "\"channel_id\":\"C0123456789\"");
        assertThat(Services.received(Services.POST).get(0).text())
                .contains("482k observed in 5 min, 120k expected")
                .containsPattern(
                        "<http://[^|>]*/charts/" + incident + "/000001.png[?][^|>]*X-Amz-Expires=21600[^|>]*[|]");
        assertThat(objects.read(AwsTestResource.LAKE, Keys.chart(incident))).hasValue(upload.body());
        assertThat(objects.read(AwsTestResource.LAKE, Keys.chart(incident, 1))).hasValue(upload.body());
        assertThat(objects.read(AwsTestResource.LAKE, Keys.charted(incident, 1)))
                .hasValueSatisfying(document -> assertThat(
                                Documents.read(document, AnomalyDetected.class).incident())
                        .isEqualTo(incident));
    }

    @Test
    void aRepeatedEventTellsNobodyTwice() {
        invoke(Events.file(OPENED, incident)).statusCode(204);
        invoke(Events.file(OPENED, incident)).statusCode(204);

        assertThat(Services.paths()).hasSize(5);
    }

    @Test
    void slackDownDoesNotKeepTheChatBotFromCalling() {
        Services.next(Services.POST, Retries.ATTEMPTS, 503);

        assertThat(failure(Events.file(OPENED, incident)))
                .contains("slack: Slack's chat.postMessage answered 503, 4 times in a row");
        assertThat(Services.received(Services.CHATBOT)).hasSize(1);

        Services.reset();
        invoke(Events.file(OPENED, incident)).statusCode(204);
        assertThat(Services.paths())
                .startsWith(Services.HISTORY)
                .endsWith(SLACK_CALLS)
                .hasSize(5);
    }

    @Test
    void theChatBotDownDoesNotKeepSlackFromTelling() {
        Services.next(Services.CHATBOT, Retries.ATTEMPTS, 500);

        assertThat(failure(Events.file(OPENED, incident))).contains("chatbot: The ChatBot answered 500");
        assertThat(Services.paths()).containsSubsequence(SLACK_CALLS);

        Services.reset();
        invoke(Events.file(OPENED, incident)).statusCode(204);
        assertThat(Services.paths()).containsExactly(Services.CHATBOT);
    }

    @Test
    void bothDownAreBothNamed() {
        Services.next(Services.CHATBOT, 404, "");
        Services.next(Services.POST, 200, "{\"ok\": false, \"error\": \"not_in_channel\"}");

        assertThat(failure(Events.file(OPENED, incident)))
                .contains("chatbot: The ChatBot answered 404")
                .contains("slack: Slack's chat.postMessage answered not_in_channel: invite the app");
    }

    @Test
    void withoutAChartTheMessageGoesOutAlone() {
        String elsewhere = Events.file(OPENED, incident).replace(Events.SCORED.key(), "scored/lost.json");

        invoke(elsewhere).statusCode(204);

        assertThat(Services.paths()).containsExactly(Services.CHATBOT, Services.POST);
    }

    @Test
    void aBrokenScoredWindowKeepsNoMessageBack() {
        objects.put(AwsTestResource.LAKE, Events.SCORED.key(), "{\"schema\": 1}".getBytes(), ObjectStore.JSON);

        invoke(Events.file(OPENED, incident)).statusCode(204);

        assertThat(Services.paths()).containsExactly(Services.CHATBOT, Services.POST);
    }

    @Test
    void aRecoveryIsResolved() {
        invoke(Events.file("notifier-anomaly-recovered.json", incident)).statusCode(204);

        assertThat(Services.received(Services.CHATBOT).get(0).text())
                .contains(
                        "\"status\":\"resolved\"",
                        "\"priority\":\"high\"",
                        "Recovered after 35 min: HIGH spike in requests/all");
        assertThat(Services.received(Services.POST).get(0).text()).contains(":white_check_mark:");
    }

    @Test
    void aMessageThatCanNotBeReadFailsWithTheReason() {
        assertThat(failure(Events.file("notifier-malformed-message.json", incident)))
                .contains("This AnomalyDetected document is not JSON");
        assertThat(Services.paths()).isEmpty();
    }

    @Test
    void aBadRecordDoesNotStopItsNeighbour() {
        assertThat(failure(Events.file("notifier-one-bad-of-three.json", incident)))
                .contains("1 of 3 records failed", "is not JSON");
        assertThat(Services.received(Services.CHATBOT)).hasSize(2);
        assertThat(Services.received(Services.COMPLETE)).hasSize(2);
    }

    @Test
    void anEventOfAnotherStageIsRefused() {
        assertThat(failure(Events.file("scored-ready.json", incident)))
                .contains("takes messages of the topic anomaly-detected");
    }

    @Test
    void s3sTestEventIsNoError() {
        invoke(Events.file("test-event.json", incident)).statusCode(204);

        assertThat(Services.paths()).isEmpty();
    }

    @Test
    void whatAnotherInvocationIsTellingIsWaitedFor() {
        Delivery delivery = new Delivery(incident, 1, "slack");
        assertThat(deliveries.claim(delivery)).isInstanceOf(Claim.Granted.class);
        time.meanwhile(() -> deliveries.delivered(delivery, "by another"));

        invoke(Events.file(OPENED, incident)).statusCode(204);

        assertThat(Services.paths()).containsExactly(Services.CHATBOT);
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void whatADeadInvocationHeldIsToldWhenItsClaimRunsOut() {
        assertThat(claim("slack")).isInstanceOf(Claim.Granted.class);

        invoke(Events.file(OPENED, incident)).statusCode(204);

        assertThat(Services.paths()).containsSubsequence(SLACK_CALLS);
        assertThat(time.pauses()).hasSize((int) Courier.CLAIM.toSeconds());
    }

    @Test
    void slacksWishToBeAskedLaterIsObeyed() {
        Services.next(Services.UPLOAD_URL, 429, "", Map.of("Retry-After", "7"));

        invoke(Events.file(OPENED, incident)).statusCode(204);

        assertThat(time.pauses()).isEqualTo(List.of(Duration.ofSeconds(7)));
        assertThat(Services.paths()).containsSubsequence(SLACK_CALLS);
    }

    @Test
    void statesAreToldInTheirOrderHoweverTheirMessagesCome() {
        states.keep(state(1, State.OPENED));

        invoke(Events.file("notifier-anomaly-recovered.json", incident)).statusCode(204);
        invoke(Events.file(OPENED, incident)).statusCode(204);

        assertThat(Services.received(Services.CHATBOT))
                .extracting(Services.Received::idempotencyKey)
                .containsExactly(incident + "-1", incident + "-2");
        assertThat(Services.received(Services.POST)).hasSize(2);
    }

    @Test
    void aStateThatWasNotToldIsToldBeforeTheNext() {
        Services.next(Services.CHATBOT, Retries.ATTEMPTS, 500);
        failure(Events.file(OPENED, incident));
        Services.reset();

        invoke(Events.file("notifier-anomaly-recovered.json", incident)).statusCode(204);

        assertThat(Services.received(Services.CHATBOT))
                .extracting(Services.Received::idempotencyKey)
                .containsExactly(incident + "-1", incident + "-2");
    }

    private AnomalyDetected state(int revision, State state) {
        String json = new String(
                        Documents.write(Events.event(state, Severity.HIGH, Events.SERIES)), StandardCharsets.UTF_8)
                .replace(Events.INCIDENT, incident)
                .replace("\"revision\":" + (state.ordinal() + 1), "\"revision\":" + revision);
        return Documents.read(json.getBytes(StandardCharsets.UTF_8), AnomalyDetected.class);
    }

    @Test
    void theDayBeforeIsToldOnceInTheMorning() {
        unheard.list(LocalDate.of(2026, 11, 20), incident, "LOW dip in requests/<a>");
        String early = Events.file("tick.json", incident).replace("T08:15", "T07:15");

        invoke(early).statusCode(204);
        assertThat(Services.paths()).isEmpty();
        invoke(Events.file("tick.json", incident)).statusCode(204);
        invoke(Events.file("tick.json", incident)).statusCode(204);

        assertThat(Services.paths()).containsExactly(Services.POST);
        assertThat(Services.received(Services.POST).get(0).text())
                .contains("*Fri 20 Nov 2026: 1 incident that was not told*\\n• LOW dip in requests/&lt;a&gt;");
    }

    @Test
    void aDayWithoutUntoldIncidentsNeedsNoDigest() {
        invoke(Events.file("tick.json", incident).replace("2026-11-21T08:15", "2026-11-25T08:15"))
                .statusCode(204);

        assertThat(Services.paths()).isEmpty();
    }

    @Test
    void theWeekBeforeIsInTheChart() {
        invoke(Events.file(OPENED, incident)).statusCode(204);
        byte[] without = Services.received(Services.UPLOAD).get(0).body();
        Services.reset();
        ScoredWindow lastWeek =
                Events.scoredWindow(Events.START.minus(Duration.ofDays(7)).plusSeconds(300));
        objects.put(AwsTestResource.LAKE, Events.key(lastWeek), lastWeek);

        invoke(Events.file(OPENED, Events.anyIncident())).statusCode(204);

        assertThat(Services.received(Services.UPLOAD).get(0).body()).isNotEqualTo(without);
    }
}
