package io.flowtide.functions.notifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Tokens by the name of their secret: plain text, or JSON with a field {@code token} as the AWS console writes it. Read
 * when first needed, kept for a few minutes, and read again when a service refuses one.
 */
@Singleton
class Secrets {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private record Known(String token, Instant until) {}

    private final SecretsManagerClient client;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Secrets(SecretsManagerClient client, ObjectMapper json, Clock clock) {
        this.client = client;
        this.json = json;
        this.clock = clock;
    }

    /** Does something with a token, and once more when the token was refused and another one is there by now. */
    <T> T with(String name, Function<String, T> action) {
        String token = token(name);
        try {
            return action.apply(token);
        } catch (RefusedTokenException refused) {
            known.remove(name);
            String newer = token(name);
            if (newer.equals(token)) {
                throw refused;
            }
            return action.apply(newer);
        }
    }

    private String token(String name) {
        Known kept = known.get(name);
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return kept.token();
        }
        String token = read(name);
        known.put(name, new Known(token, clock.instant().plus(KEPT)));
        return token;
    }

    private String read(String name) {
        String secret;
        try {
            secret = client.getSecretValue(request -> request.secretId(name)).secretString();
        } catch (SdkException unreadable) {
            throw new ChannelException("The secret " + name + " can't be read: " + unreadable.getMessage(), unreadable);
        }
        String token = secret == null ? "" : unwrap(name, secret.strip());
        if (token.isEmpty()) {
            throw new ChannelException("The secret " + name
                    + " holds no token: store it as plain text, or as JSON with a field \"token\"");
        }
        return token;
    }

    private String unwrap(String name, String secret) {
        if (!secret.startsWith("{")) {
            return secret;
        }
        try {
            JsonNode tree = json.readTree(secret);
            return tree.path("token").asText().strip();
        } catch (JsonProcessingException malformed) {
            // The parser's own message would quote the secret.
            throw new ChannelException("The secret " + name + " begins like JSON, but is none");
        }
    }
}
