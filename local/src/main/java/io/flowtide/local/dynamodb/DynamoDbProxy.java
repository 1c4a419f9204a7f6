package io.flowtide.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowtide.local.access.Policies;
import io.flowtide.local.http.Exchange;
import io.flowtide.local.http.HttpEndpoint;
import io.flowtide.local.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Stands before a DynamoDB and passes on what the caller may do. */
public final class DynamoDbProxy implements AutoCloseable {

    private static final String TABLE = "arn:aws:dynamodb:eu-central-1:000000000000:table/";
    private static final Set<String> PASSED = Set.of("x-amz-target", "content-type", "authorization", "x-amz-date");
    private static final Map<String, String> ACTIONS_OF_TRANSACTIONS = Map.of(
            "Put",
            "PutItem",
            "Update",
            "UpdateItem",
            "Delete",
            "DeleteItem",
            "Get",
            "GetItem",
            "ConditionCheck",
            "ConditionCheckItem");

    /** What a request does to a table. */
    private record Access(String action, String table) {}

    private final URI backend;
    private final Policies policies;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpEndpoint endpoint;

    private DynamoDbProxy(URI backend, Policies policies) {
        this.backend = backend;
        this.policies = policies;
        this.endpoint = HttpEndpoint.start("dynamodb", 0, this::answer);
    }

    public static DynamoDbProxy start(URI backend, Policies policies) {
        return new DynamoDbProxy(backend, policies);
    }

    public URI uri() {
        return endpoint.uri();
    }

    private void answer(Exchange exchange) throws IOException, InterruptedException {
        byte[] body = exchange.bytes();
        String action = exchange.header("X-Amz-Target").orElse("").replaceFirst(".*\\.", "");
        Optional<String> refusal = accesses(action, Json.read(body))
                .flatMap(
                        access -> policies
                                .refusal(
                                        Policies.caller(exchange),
                                        "dynamodb:" + access.action(),
                                        TABLE + access.table())
                                .stream())
                .findFirst();
        if (refusal.isPresent()) {
            exchange.json(
                    400,
                    Json.object()
                            .put("__type", "com.amazon.coral.service#AccessDeniedException")
                            .put("Message", refusal.get()));
        } else {
            pass(exchange, body);
        }
    }

    private static Stream<Access> accesses(String action, JsonNode request) {
        return switch (action) {
            case "BatchGetItem", "BatchWriteItem" ->
                stream(request.path("RequestItems").fieldNames()).map(table -> new Access(action, table));
            case "TransactWriteItems", "TransactGetItems" ->
                stream(request.path("TransactItems").elements())
                        .flatMap(item -> item.properties().stream())
                        .map(part -> new Access(
                                ACTIONS_OF_TRANSACTIONS.get(part.getKey()),
                                part.getValue().path("TableName").asText()));
            default -> Stream.of(new Access(action, request.path("TableName").asText()));
        };
    }

    private static <T> Stream<T> stream(java.util.Iterator<T> iterator) {
        Iterable<T> iterable = () -> iterator;
        return StreamSupport.stream(iterable.spliterator(), false);
    }

    private void pass(Exchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(backend).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (Map.Entry<String, List<String>> header : exchange.headers().entrySet()) {
            if (PASSED.contains(header.getKey().toLowerCase(java.util.Locale.ROOT))) {
                header.getValue().forEach(value -> request.header(header.getKey(), value));
            }
        }
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        for (String name : List.of("x-amzn-RequestId", "x-amz-crc32")) {
            response.headers().firstValue(name).ifPresent(value -> exchange.setHeader(name, value));
        }
        exchange.answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse("application/x-amz-json-1.0"),
                response.body());
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
