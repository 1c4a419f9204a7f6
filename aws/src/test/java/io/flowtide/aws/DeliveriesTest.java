package io.flowtide.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.Deliveries.Claim;
import io.flowtide.aws.Deliveries.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final Claim FIRST = new Claim.Granted(0, START, Map.of());
    private static final Claim HELD = new Claim.Held();
    private static final Claim DELIVERED = new Claim.Delivered();

    private final SettableClock clock = new SettableClock(START);
    private final Deliveries deliveries = new Deliveries(Aws.DYNAMO, Aws.TABLE, Duration.ofMinutes(3), clock);

    @Test
    void areMadeOnce() {
        Delivery delivery = new Delivery("once", 1, "slack");

        assertThat(deliveries.claim(delivery)).isEqualTo(FIRST);
        assertThat(deliveries.claim(delivery)).isEqualTo(HELD);
        deliveries.delivered(delivery, "F0123");
        clock.advance(Duration.ofDays(1));
        assertThat(deliveries.claim(delivery)).isEqualTo(DELIVERED);
    }

    @Test
    void areTriedAgainWhenTheClaimRunsOut() {
        Delivery delivery = new Delivery("crashed", 1, "slack");

        assertThat(deliveries.claim(delivery)).isEqualTo(FIRST);
        clock.advance(Duration.ofMinutes(3));
        assertThat(deliveries.claim(delivery)).isEqualTo(new Claim.Granted(1, START, Map.of()));
    }

    @Test
    void areTriedAgainAtOnceAfterAFailure() {
        Delivery delivery = new Delivery("failed", 1, "slack");

        assertThat(deliveries.claim(delivery)).isEqualTo(FIRST);
        deliveries.failed(delivery);
        assertThat(deliveries.claim(delivery)).isEqualTo(new Claim.Granted(1, START, Map.of()));
    }

    @Test
    void goOnFromTheStepThatWasNoted() {
        Delivery delivery = new Delivery("noted", 1, "slack");

        deliveries.claim(delivery);
        deliveries.note(delivery, "message", "1503435956.000247");
        deliveries.failed(delivery);

        assertThat(deliveries.claim(delivery))
                .isEqualTo(new Claim.Granted(1, START, Map.of("message", "1503435956.000247")));
    }

    @Test
    void ofOneIncidentShareTheThreadThatWasBegunFirst() {
        Delivery first = new Delivery("thread", 1, "slack");
        Delivery second = new Delivery("thread", 2, "slack");
        assertThat(deliveries.thread(first)).isEmpty();

        deliveries.rememberThread(first, "1.0");
        deliveries.rememberThread(second, "2.0");

        assertThat(deliveries.thread(second)).contains("1.0");
        assertThat(deliveries.thread(new Delivery("thread", 1, "chatbot"))).isEmpty();
        assertThat(deliveries.thread(new Delivery("another", 1, "slack"))).isEmpty();
    }

    @Test
    void stayMadeWhenASlowClaimantFailsLater() {
        Delivery delivery = new Delivery("overtaken", 1, "slack");
        deliveries.claim(delivery);
        deliveries.delivered(delivery, "F0123");

        deliveries.failed(delivery);

        assertThat(deliveries.claim(delivery)).isEqualTo(DELIVERED);
    }

    @Test
    void areToldApartByRevisionAndChannel() {
        assertThat(deliveries.claim(new Delivery("apart", 1, "slack"))).isEqualTo(FIRST);
        assertThat(deliveries.claim(new Delivery("apart", 2, "slack"))).isEqualTo(FIRST);
        assertThat(deliveries.claim(new Delivery("apart", 1, "chatbot"))).isEqualTo(FIRST);
    }
}
