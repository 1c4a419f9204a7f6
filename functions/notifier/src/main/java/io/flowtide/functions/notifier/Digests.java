package io.flowtide.functions.notifier;

import io.flowtide.aws.Deliveries.Delivery;
import io.flowtide.aws.Unheard;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** Tells once a day, in the morning, of the day before. */
@Singleton
class Digests {

    private static final int THE_ONLY = 1;

    private final List<Channel> channels;
    private final Unheard unheard;
    private final Courier courier;
    private final NotifierConfig config;

    Digests(@All List<Channel> channels, Unheard unheard, Courier courier, NotifierConfig config) {
        this.channels = channels.stream().filter(Channel::takesDigests).toList();
        this.unheard = unheard;
        this.courier = courier;
        this.config = config;
    }

    /** Tells of the day before {@code now}, if it is time, it was not told before, and there is anything to tell. */
    void tell(Instant now, Deadline deadline) {
        ZonedDateTime local = now.atZone(config.zone());
        if (local.getHour() < config.digestHour() || channels.isEmpty()) {
            return;
        }
        Digest digest = new Digest(
                local.toLocalDate().minusDays(1), unheard.of(local.toLocalDate().minusDays(1)));
        if (!digest.incidents().isEmpty()) {
            channels.forEach(channel -> courier.deliver(
                    new Delivery(digest.key(), THE_ONLY, channel.name()),
                    deadline,
                    (attempt, end) -> channel.tell(digest, attempt, end)));
        }
    }
}
