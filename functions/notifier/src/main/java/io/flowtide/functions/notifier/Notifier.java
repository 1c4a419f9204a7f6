package io.flowtide.functions.notifier;

import io.flowtide.aws.Deliveries;
import io.flowtide.aws.Deliveries.Claim;
import io.flowtide.aws.Deliveries.Delivery;
import io.flowtide.aws.IncidentStates;
import io.flowtide.core.event.AnomalyDetected;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells every channel of one state of an incident, each on its own and each once. */
@Singleton
class Notifier {

    /** How long one channel may try. */
    static final Duration PATIENCE = Duration.ofSeconds(30);
    /** How long a claim holds when its holder dies: longer than a channel tries, and much shorter than a Lambda lasts. */
    static final Duration CLAIM = Duration.ofSeconds(45);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(Notifier.class);

    private final List<Channel> channels;
    private final Charts charts;
    private final IncidentStates states;
    private final Deliveries deliveries;
    private final Pause pause;

    Notifier(@All List<Channel> channels, Charts charts, IncidentStates states, Deliveries deliveries, Pause pause) {
        this.channels =
                channels.stream().sorted(Comparator.comparing(Channel::name)).toList();
        this.charts = charts;
        this.states = states;
        this.deliveries = deliveries;
        this.pause = pause;
    }

    /**
     * Tells each channel of the state, and before it of those states that the channel missed: whatever order messages
     * come in, people hear of states in theirs.
     *
     * @throws ChannelException when a channel failed; the message names each that did. The others have told their
     *     people, and will not tell them again
     */
    void tell(AnomalyDetected event, Deadline deadline) {
        List<Channel> wanted =
                channels.stream().filter(channel -> channel.wants(event)).toList();
        if (wanted.isEmpty()) {
            LOG.infof("Nobody is to be told of %s, %s", event.incident(), event.state());
            return;
        }
        states.keep(event);
        List<AnomalyDetected> known = states.upTo(event.incident(), event.revision());
        Map<Integer, Alert> drawn = new HashMap<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Channel channel = wanted.get(i);
            try {
                tell(channel, known, drawn, deadline.share(wanted.size() - i, deadline.remaining()));
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "%s was not told", channel.name());
                failures.add(new ChannelException(channel.name() + ": " + failure.getMessage(), failure));
            }
        }
        failIfAny(failures);
    }

    private void tell(Channel channel, List<AnomalyDetected> known, Map<Integer, Alert> drawn, Deadline deadline) {
        for (AnomalyDetected state : known) {
            if (channel.wants(state)) {
                Delivery delivery = new Delivery(state.incident(), state.revision(), channel.name());
                claim(delivery, deadline.share(1, CLAIM.plus(LOOK_AGAIN))).ifPresent(claim -> {
                    Alert alert =
                            drawn.computeIfAbsent(state.revision(), revision -> new Alert(state, charts.draw(state)));
                    deliver(channel, alert, delivery, claim, deadline.share(1, PATIENCE));
                });
            }
        }
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

    private void deliver(Channel channel, Alert alert, Delivery delivery, Claim.Granted claim, Deadline deadline) {
        String receipt;
        try {
            receipt = channel.tell(alert, new Attempt(deliveries, delivery, claim), deadline);
        } catch (RuntimeException failure) {
            giveBack(delivery, failure);
            throw failure;
        }
        deliveries.delivered(delivery, receipt);
        LOG.infof("%s was told: %s", channel.name(), receipt);
    }

    private void giveBack(Delivery delivery, RuntimeException failure) {
        try {
            deliveries.failed(delivery);
        } catch (RuntimeException trouble) {
            failure.addSuppressed(trouble);
        }
    }

    private static void failIfAny(List<RuntimeException> failures) {
        if (failures.isEmpty()) {
            return;
        }
        String message =
                String.join("; ", failures.stream().map(Throwable::getMessage).toList());
        ChannelException all = new ChannelException(message, failures.get(0));
        failures.stream().skip(1).forEach(all::addSuppressed);
        throw all;
    }
}
