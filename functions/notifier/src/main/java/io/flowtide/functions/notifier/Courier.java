package io.flowtide.functions.notifier;

import io.flowtide.aws.Deliveries;
import io.flowtide.aws.Deliveries.Claim;
import io.flowtide.aws.Deliveries.Delivery;
import io.flowtide.aws.EmbeddedMetrics;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/** Makes each delivery once, however many invocations try. */
@Singleton
class Courier {

    /** How long one channel may try. */
    static final Duration PATIENCE = Duration.ofSeconds(30);
    /** How long a claim holds when its holder dies: longer than a channel tries, and much shorter than a Lambda lasts. */
    static final Duration CLAIM = Duration.ofSeconds(45);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(Courier.class);

    private final Deliveries deliveries;
    private final Pause pause;
    private final Clock clock;

    Courier(Deliveries deliveries, Pause pause, Clock clock) {
        this.deliveries = deliveries;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * Makes a delivery unless it was made before.
     *
     * @param telling makes it, and returns the receipt
     * @throws ChannelException when it was not made
     */
    void deliver(Delivery delivery, Deadline deadline, BiFunction<Attempt, Deadline, String> telling) {
        claim(delivery, deadline.share(1, CLAIM.plus(LOOK_AGAIN)))
                .ifPresent(claim -> make(delivery, claim, deadline.share(1, PATIENCE), telling));
    }

    /** The right to make the delivery. Waits while another invocation makes it, or has died while it did. */
    private Optional<Claim.Granted> claim(Delivery delivery, Deadline deadline) {
        while (true) {
            Claim claim = deliveries.claim(delivery);
            if (claim instanceof Claim.Granted granted) {
                return Optional.of(granted);
            }
            if (claim instanceof Claim.Delivered) {
                LOG.debugf("%s was told of revision %d before", delivery.channel(), delivery.revision());
                return Optional.empty();
            }
            if (!deadline.allows(LOOK_AGAIN)) {
                throw new ChannelException("another invocation is telling it, and does not come to an end");
            }
            pause.last(LOOK_AGAIN);
        }
    }

    private void make(
            Delivery delivery, Claim.Granted claim, Deadline deadline, BiFunction<Attempt, Deadline, String> telling) {
        String receipt;
        try {
            receipt = telling.apply(new Attempt(deliveries, delivery, claim), deadline);
        } catch (RuntimeException failure) {
            count("deliveryFailures", delivery);
            giveBack(delivery, failure);
            throw failure;
        }
        deliveries.delivered(delivery, receipt);
        count("deliveries", delivery);
        LOG.infof("%s was told: %s", delivery.channel(), receipt);
    }

    private void count(String metric, Delivery delivery) {
        new EmbeddedMetrics("notifier", clock.instant())
                .property("incident", delivery.incident())
                .property("channel", delivery.channel())
                .count(metric, 1)
                .print();
    }

    private void giveBack(Delivery delivery, RuntimeException failure) {
        try {
            deliveries.failed(delivery);
        } catch (RuntimeException trouble) {
            failure.addSuppressed(trouble);
        }
    }
}
