package io.flowtide.functions.notifier;

import io.flowtide.aws.Deliveries.Delivery;
import io.flowtide.aws.IncidentStates;
import io.flowtide.core.event.AnomalyDetected;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Tells every channel of one state of an incident, each on its own and each once. */
@Singleton
class Notifier {

    private static final Logger LOG = Logger.getLogger(Notifier.class);

    private final List<Channel> channels;
    private final Charts charts;
    private final IncidentStates states;
    private final Courier courier;

    Notifier(@All List<Channel> channels, Charts charts, IncidentStates states, Courier courier) {
        this.channels =
                channels.stream().sorted(Comparator.comparing(Channel::name)).toList();
        this.charts = charts;
        this.states = states;
        this.courier = courier;
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
                courier.deliver(delivery, deadline, (attempt, end) -> {
                    Alert alert =
                            drawn.computeIfAbsent(state.revision(), revision -> new Alert(state, charts.draw(state)));
                    return channel.tell(alert, attempt, end);
                });
            }
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
