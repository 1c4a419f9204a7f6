package io.flowtide.functions.notifier;

import io.flowtide.aws.Deliveries;
import io.flowtide.aws.Deliveries.Claim;
import io.flowtide.aws.Deliveries.Delivery;
import java.util.UUID;

/** Attempts at deliveries of incidents that nobody else tells of. */
final class Attempts {

    private final Deliveries deliveries;
    private final String channel;
    private final String incident = UUID.randomUUID().toString();

    Attempts(Deliveries deliveries, String channel) {
        this.deliveries = deliveries;
        this.channel = channel;
    }

    /** The next attempt at telling a revision of the incident. */
    Attempt next(int revision) {
        Delivery delivery = new Delivery(incident, revision, channel);
        deliveries.failed(delivery);
        return new Attempt(deliveries, delivery, (Claim.Granted) deliveries.claim(delivery));
    }

    Attempt first() {
        return next(1);
    }
}
