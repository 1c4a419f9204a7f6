package io.flowtide.aws;

import static io.flowtide.aws.Deliveries.Claim.DELIVERED;
import static io.flowtide.aws.Deliveries.Claim.GRANTED;
import static io.flowtide.aws.Deliveries.Claim.HELD;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowtide.aws.Deliveries.Delivery;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final Deliveries deliveries = new Deliveries(Aws.DYNAMO, Aws.TABLE, Duration.ofMinutes(3), clock);

    @Test
    void areMadeOnce() {
        Delivery delivery = new Delivery("once", 1, "slack");

        assertThat(deliveries.claim(delivery)).isEqualTo(GRANTED);
        assertThat(deliveries.claim(delivery)).isEqualTo(HELD);
        deliveries.delivered(delivery, "F0123");
        clock.advance(Duration.ofDays(1));
        assertThat(deliveries.claim(delivery)).isEqualTo(DELIVERED);
    }

    @Test
    void areTriedAgainWhenTheClaimRunsOut() {
        Delivery delivery = new Delivery("crashed", 1, "slack");

        assertThat(deliveries.claim(delivery)).isEqualTo(GRANTED);
        clock.advance(Duration.ofMinutes(3));
        assertThat(deliveries.claim(delivery)).isEqualTo(GRANTED);
    }

    @Test
    void areTriedAgainAtOnceAfterAFailure() {
        Delivery delivery = new Delivery("failed", 1, "slack");

        assertThat(deliveries.claim(delivery)).isEqualTo(GRANTED);
        deliveries.failed(delivery);
        assertThat(deliveries.claim(delivery)).isEqualTo(GRANTED);
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
        assertThat(deliveries.claim(new Delivery("apart", 1, "slack"))).isEqualTo(GRANTED);
        assertThat(deliveries.claim(new Delivery("apart", 2, "slack"))).isEqualTo(GRANTED);
        assertThat(deliveries.claim(new Delivery("apart", 1, "chatbot"))).isEqualTo(GRANTED);
    }
}
