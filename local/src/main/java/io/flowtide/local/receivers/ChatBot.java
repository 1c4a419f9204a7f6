package io.flowtide.local.receivers;

import io.flowtide.local.http.Exchange;
import io.flowtide.local.http.HttpEndpoint;
import io.flowtide.local.http.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Takes {@code {"status":…,"description":…,"priority":…}} with a bearer token, and keeps it. */
public final class ChatBot implements AutoCloseable {

    private final String token;
    private final Mailbox mailbox;
    private final Outage outage = new Outage();
    private final HttpEndpoint endpoint = HttpEndpoint.start("chatbot", 0, this::handle);

    public ChatBot(String token, Clock clock) {
        this.token = token;
        this.mailbox = new Mailbox(clock);
    }

    public URI uri() {
        return endpoint.uri().resolve("/alerts");
    }

    public List<Message> messages() {
        return mailbox.all();
    }

    /** The next requests are answered with status 503. */
    public void failNext(int requests) {
        outage.failNext(requests);
    }

    private void handle(Exchange exchange) throws IOException {
        if (outage.strikes()) {
            exchange.text(503, "down");
        } else if (!exchange.header("Authorization").equals(Optional.of("Bearer " + token))) {
            exchange.json(401, Json.object().put("error", "unauthorized"));
        } else {
            keep(exchange);
            exchange.json(200, Json.object().put("ok", true));
        }
    }

    /** What was sent with the same key before is known already. */
    private synchronized void keep(Exchange exchange) throws IOException {
        String key = exchange.header("Idempotency-Key").orElse("");
        String text = new String(exchange.bytes(), StandardCharsets.UTF_8);
        if (key.isEmpty()
                || mailbox.all().stream().noneMatch(known -> known.key().equals(key))) {
            mailbox.add(exchange.path(), text, key, "", Optional.empty());
        }
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
