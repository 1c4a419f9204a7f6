package io.flowtide.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowtide.local.access.Policies;
import io.flowtide.local.http.Exchange;
import io.flowtide.local.http.HttpEndpoint;
import io.flowtide.local.http.Json;
import io.flowtide.local.sns.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** SNS Publish (query protocol) and Secrets Manager GetSecretValue (JSON protocol) at one address. */
public final class Gateway implements AutoCloseable {

    private static final String SECRET_ARN = "arn:aws:secretsmanager:eu-central-1:000000000000:secret:";

    private final Topics topics;
    private final Map<String, String> secrets;
    private final Policies policies;
    private final HttpEndpoint endpoint = HttpEndpoint.start("gateway", 0, this::handle);

    /**
     * @param secrets by name
     */
    public Gateway(Topics topics, Map<String, String> secrets, Policies policies) {
        this.topics = topics;
        this.policies = policies;
        this.secrets = secrets;
    }

    public URI uri() {
        return endpoint.uri();
    }

    private void handle(Exchange exchange) throws IOException {
        Optional<String> target = exchange.header("X-Amz-Target");
        if (target.equals(Optional.of("secretsmanager.GetSecretValue"))) {
            secret(exchange);
        } else if (target.isPresent()) {
            refuse(exchange, "UnknownOperationException", "The local suite does not know " + target.get());
        } else {
            publish(exchange);
        }
    }

    private void secret(Exchange exchange) throws IOException {
        JsonNode request = Json.read(exchange.bytes());
        String name = request.path("SecretId").asText();
        Optional<String> refusal =
                policies.refusal(Policies.caller(exchange), "secretsmanager:GetSecretValue", arn(name));
        if (refusal.isPresent()) {
            refuse(exchange, "AccessDeniedException", refusal.get());
            return;
        }
        String value = secrets.get(name);
        if (value == null) {
            refuse(exchange, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
            return;
        }
        exchange.answer(
                200,
                "application/x-amz-json-1.1",
                Json.bytes(Json.object()
                        .put("ARN", arn(name))
                        .put("Name", name)
                        .put(
                                "VersionId",
                                UUID.nameUUIDFromBytes(value.getBytes(StandardCharsets.UTF_8))
                                        .toString())
                        .put("SecretString", value)));
    }

    private static String arn(String secret) {
        return SECRET_ARN + secret + "-AbCdEf";
    }

    private static void refuse(Exchange exchange, String type, String message) throws IOException {
        exchange.setHeader("x-amzn-ErrorType", type);
        exchange.answer(
                400,
                "application/x-amz-json-1.1",
                Json.bytes(Json.object().put("__type", type).put("message", message)));
    }

    private void publish(Exchange exchange) throws IOException {
        Map<String, String> form = Exchange.form(new String(exchange.bytes(), StandardCharsets.UTF_8));
        String topic = form.getOrDefault("TopicArn", "");
        if (!"Publish".equals(form.get("Action"))) {
            exchange.answer(400, "text/xml", error("InvalidAction", "Only Publish is known here"));
            return;
        }
        if (!topics.has(topic)) {
            exchange.answer(404, "text/xml", error("NotFound", "Topic does not exist"));
            return;
        }
        Optional<String> refusal = policies.refusal(Policies.caller(exchange), "sns:Publish", topic);
        if (refusal.isPresent()) {
            exchange.answer(403, "text/xml", error("AuthorizationError", refusal.get()));
            return;
        }
        String id = topics.publish(topic, Optional.ofNullable(form.get("Subject")), message(form));
        exchange.answer(200, "text/xml", published(id));
    }

    /** What a function gets: its own part of a message that has one for each kind of subscriber. */
    private static String message(Map<String, String> form) {
        String message = form.getOrDefault("Message", "");
        if (!"json".equals(form.get("MessageStructure"))) {
            return message;
        }
        JsonNode parts = Json.read(message.getBytes(StandardCharsets.UTF_8));
        return parts.path("lambda").asText(parts.path("default").asText());
    }

    private static byte[] published(String id) {
        return """
                <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
                <MessageId>%s</MessageId></PublishResult><ResponseMetadata><RequestId>%1$s</RequestId>\
                </ResponseMetadata></PublishResponse>"""
                .formatted(id)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] error(String code, String message) {
        return """
                <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type>\
                <Code>%s</Code><Message>%s</Message></Error><RequestId>local</RequestId></ErrorResponse>"""
                .formatted(code, message)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
