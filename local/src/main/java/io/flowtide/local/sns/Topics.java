package io.flowtide.local.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowtide.local.http.Json;
import io.flowtide.local.lambda.FunctionHost;
import io.flowtide.local.template.Wiring.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Hands each message of a topic to each function that subscribes to it, in the envelope that Lambda gets from SNS. */
public final class Topics {

    private final List<String> topics;
    private final List<Subscription> subscriptions;
    private final Map<String, FunctionHost> functions;
    private final Delivery delivery;
    private final Clock clock;
    private final List<BiConsumer<String, String>> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param topics the ARNs
     * @param functions by ARN
     */
    public Topics(
            List<String> topics,
            List<Subscription> subscriptions,
            Map<String, FunctionHost> functions,
            Delivery delivery,
            Clock clock) {
        this.topics = topics;
        this.subscriptions = subscriptions;
        this.functions = functions;
        this.delivery = delivery;
        this.clock = clock;
    }

    public boolean has(String topic) {
        return topics.contains(topic);
    }

    /** Lets somebody hear of every message: its topic's ARN and its text. */
    public void listen(BiConsumer<String, String> listener) {
        listeners.add(listener);
    }

    /** Returns the message's id at once; the functions hear of it later. */
    public String publish(String topic, Optional<String> subject, String message) {
        String id = UUID.randomUUID().toString();
        for (Subscription subscription : subscriptions) {
            if (subscription.topic().equals(topic)) {
                byte[] event = Json.bytes(envelope(subscription, id, subject, message));
                for (Duration delay : delivery.next()) {
                    functions.get(subscription.function()).invokeLater(event, delay);
                }
            }
        }
        listeners.forEach(listener -> listener.accept(topic, message));
        return id;
    }

    private ObjectNode envelope(Subscription subscription, String id, Optional<String> subject, String message) {
        ObjectNode envelope = Json.object();
        ObjectNode notification = envelope.putArray("Records")
                .addObject()
                .put("EventSource", "aws:sns")
                .put("EventVersion", "1.0")
                .put(
                        "EventSubscriptionArn",
                        subscription.topic() + ":"
                                + UUID.nameUUIDFromBytes(
                                        subscription.function().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .putObject("Sns");
        notification
                .put("Type", "Notification")
                .put("MessageId", id)
                .put("TopicArn", subscription.topic())
                .put("Subject", subject.orElse(null))
                .put("Message", message)
                .put("Timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("SignatureVersion", "1")
                .put("Signature", "LOCAL")
                .put("SigningCertUrl", "https://localhost/local.pem")
                .put("UnsubscribeUrl", "https://localhost/unsubscribe")
                .putObject("MessageAttributes");
        return envelope;
    }
}
