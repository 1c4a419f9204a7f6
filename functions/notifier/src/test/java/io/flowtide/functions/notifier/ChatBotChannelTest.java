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
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AwsTestResource.class)
@WithTestResource(Services.class)
class ChatBotChannelTest {

    @Inject
    ChatBotChannel chatBot;

    @Inject
    Deliveries deliveries;

    @Inject
    TestTime time;

    @BeforeEach
    void startAnew() {
        Services.reset();
        time.reset();
        time.advance(Duration.ofHours(1));
    }

    private String tell(AnomalyDetected event) {
        Attempt attempt = new Attempts(deliveries, "chatbot").first();
        return chatBot.tell(new Alert(event, Optional.empty()), attempt, Deadline.in(Courier.PATIENCE, time));
    }

    @Test
    void aCallSaysWhatWhenAndHowMuch() {
        assertThat(tell(Events.opened())).isEqualTo("firing");

        Services.Received call = Services.received(Services.CHATBOT).get(0);
        assertThat(call.text())
                .isEqualTo("{\"status\":\"firing\",\"description\":\""
                        + Events.opened().summary() + "\",\"priority\":\"high\"}");
        assertThat(call.authorization()).isEqualTo("Bearer token-first");
        assertThat(call.idempotencyKey()).isEqualTo(Events.INCIDENT + "-1");
    }

    @Test
    void aRepeatedCallIsKnownByItsKey() {
        Services.next(Services.CHATBOT, 502, "");

        tell(Events.event(State.RECOVERED, Severity.MEDIUM, Events.SERIES));

        assertThat(Services.received(Services.CHATBOT))
                .extracting(Services.Received::idempotencyKey)
                .containsExactly(Events.INCIDENT + "-3", Events.INCIDENT + "-3");
    }

    @Test
    void namesFromOutsideAreNoJson() {
        tell(Events.event(State.OPENED, Severity.HIGH, new SeriesId("requests/service=a\",\"priority\":\"low")));

        assertThat(Services.received(Services.CHATBOT).get(0).text())
                .contains("service=a\\\",\\\"priority\\\":\\\"low since")
                .endsWith("\"priority\":\"high\"}");
    }

    @Test
    void onlyWhatIsWorthItWakesSomebody() {
        assertThat(chatBot.wants(Events.event(State.OPENED, Severity.LOW, Events.SERIES)))
                .isFalse();
        assertThat(chatBot.wants(Events.event(State.OPENED, Severity.MEDIUM, Events.SERIES)))
                .isTrue();
        assertThat(chatBot.wants(Events.event(State.OPENED, Severity.HIGH, Events.SERIES)))
                .isTrue();
    }

    @Test
    void aRefusedTokenIsNotShown() {
        Services.next(Services.CHATBOT, 401, "");
        Services.next(Services.CHATBOT, 401, "");

        assertThatThrownBy(() -> tell(Events.opened()))
                .isInstanceOf(RefusedTokenException.class)
                .hasMessageContaining("401")
                .hasMessageNotContaining("token-first");
    }
}
