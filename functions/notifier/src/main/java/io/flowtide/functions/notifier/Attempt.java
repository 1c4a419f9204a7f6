package io.flowtide.functions.notifier;

import io.flowtide.aws.Deliveries;
import io.flowtide.aws.Deliveries.Claim;
import io.flowtide.aws.Deliveries.Delivery;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An attempt at a delivery: what is known of earlier ones, and notes for those that follow should this one die. */
final class Attempt {

    private final Deliveries deliveries;
    private final Delivery delivery;
    private final Claim.Granted claim;
    private final Map<String, String> notes;

    Attempt(Deliveries deliveries, Delivery delivery, Claim.Granted claim) {
        this.deliveries = deliveries;
        this.delivery = delivery;
        this.claim = claim;
        this.notes = new HashMap<>(claim.notes());
    }

    /** How many were begun before; each of them may have got through unnoticed. */
    int earlier() {
        return claim.earlier();
    }

    /** When the first of them was begun, or this one. */
    Instant since() {
        return claim.since();
    }

    /** What was noted of a step that was made. */
    Optional<String> note(String step) {
        return Optional.ofNullable(notes.get(step));
    }

    /** Notes that a step was made; returns the receipt. */
    String note(String step, String receipt) {
        deliveries.note(delivery, step, receipt);
        notes.put(step, receipt);
        return receipt;
    }

    /** Where the channel keeps the messages of this incident. */
    Optional<String> thread() {
        return deliveries.thread(delivery);
    }

    void rememberThread(String thread) {
        deliveries.rememberThread(delivery, thread);
    }
}
