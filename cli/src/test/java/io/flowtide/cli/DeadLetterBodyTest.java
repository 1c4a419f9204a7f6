package io.flowtide.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** Redriving itself is tested by {@code deploy-test}, against queues and functions. */
class DeadLetterBodyTest {

    @Test
    void aFailedInvocationHoldsItsEventAndItsReason() {
        DeadLetterBody letter = DeadLetterBody.read(
                "{\"requestContext\":{\"condition\":\"RetriesExhausted\"},\"requestPayload\":{\"a\":1},"
                        + "\"responsePayload\":{\"errorMessage\":\"no such table\"}}");

        assertThat(letter.event()).hasToString("{\"a\":1}");
        assertThat(letter.reason()).isEqualTo("no such table");
    }

    @Test
    void aNotificationBecomesTheEventThatLambdaWouldHaveMadeOfIt() {
        DeadLetterBody letter = DeadLetterBody.read("{\"Type\":\"Notification\",\"MessageId\":\"1\",\"TopicArn\":"
                + "\"arn:t\",\"Message\":\"m\",\"SigningCertURL\":\"c\",\"UnsubscribeURL\":\"u\"}");

        assertThat(letter.event())
                .hasToString(
                        "{\"Records\":[{\"EventSource\":\"aws:sns\",\"EventVersion\":\"1.0\","
                                + "\"EventSubscriptionArn\":\"arn:t\",\"Sns\":{\"Type\":\"Notification\",\"MessageId\":\"1\","
                                + "\"TopicArn\":\"arn:t\",\"Message\":\"m\",\"SigningCertUrl\":\"c\",\"UnsubscribeUrl\":\"u\"}}]}");
    }

    @Test
    void aScheduledEventIsWhatItIs() {
        assertThat(DeadLetterBody.read("{\"detail-type\":\"Scheduled Event\"}").event())
                .hasToString("{\"detail-type\":\"Scheduled Event\"}");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> DeadLetterBody.read("{")).isInstanceOf(UncheckedIOException.class);
    }
}
